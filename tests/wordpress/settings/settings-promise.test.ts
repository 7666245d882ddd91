/** Tests that a preview, and a person's confirmation, hold only for the settings at that time. */
import { runListSchema } from '../../../src-admin/contract';
import {
	act,
	ALL_LOST,
	asked,
	COUNT,
	inKeyCrm,
	inShop,
	openPromiseShop,
	seen,
	startAgain,
} from '../support/shops/promise-shop';
import { age, call, drive, save, sync } from '../support/session';
import type { Session } from '../support/session';

let session: Session;
beforeAll( async () => {
	session = await openPromiseShop();
} );
afterAll( () => session.stop() );
beforeEach( () => startAgain( session ) );

describe( 'a preview', () => {
	it( 'is made again when the buffer was raised since, and the guard checks it', async () => {
		inKeyCrm( session, 12 );
		const preview = await sync( session.shop, 'preview' );
		expect( preview ).toMatchObject( {
			fresh: true,
			settings_changed: false,
		} );
		await save( session.shop, { buffer: 1000 } );
		expect( await seen( session, preview ) ).toMatchObject( {
			fresh: false,
			settings_changed: true,
		} );
		const before = asked( session );
		const run = await drive(
			session.shop,
			await act( session, preview, 'apply' )
		);
		expect( run ).toMatchObject( { id: preview.id, ...ALL_LOST } );
		expect( asked( session ) ).toBeGreaterThan( before );
		expect( await inShop( session ) ).toEqual( { 10: COUNT } );
	} );

	it( 'is applied with the new numbers when they pass the guard', async () => {
		inKeyCrm( session, 12 );
		const preview = await sync( session.shop, 'preview' );
		await save( session.shop, { buffer: 1 } );
		const run = await drive(
			session.shop,
			await act( session, preview, 'apply' )
		);
		expect( run ).toMatchObject( {
			status: 'succeeded',
			settings_changed: false,
		} );
		expect( await inShop( session ) ).toEqual( { 11: COUNT } );
	} );

	it.each( [
		[ 'warehouses', { warehouse_ids: [ 1 ] } ],
		[
			'limits',
			{
				warehouse_limits: [
					{
						warehouse_id: 1,
						kind: 'ceiling',
						percent: 0,
						pieces: 3,
					},
				],
			},
		],
		[ 'the reserve', { subtract_reserve: false } ],
		[ 'negative numbers', { allow_negative: true } ],
		[ 'orders', { hold_orders: { mode: 'statuses' } } ],
		[ 'their statuses', { hold_orders: { statuses: [ 'on-hold' ] } } ],
		[ 'products without a number', { manage_stock: 'enable' } ],
		[ 'products that are gone', { gone: 'zero' } ],
		[ 'the account', { api_key: 'another-key-0123456789' } ],
	] )( 'is outdated after a change of %s', async ( _, patch ) => {
		const { shop } = session;
		const old = await call( shop, 'GET', '/settings' );
		const preview = await sync( shop, 'preview' );
		await save( shop, patch );
		const [ run ] = runListSchema.parse(
			await call( shop, 'GET', '/runs?per_page=1' )
		).items;
		expect( run ).toMatchObject( {
			id: preview.id,
			fresh: false,
			settings_changed: true,
		} );
		// Saving the same settings again is no change.
		await save( shop, {
			...Object.fromEntries(
				Object.entries( old ?? {} ).filter(
					( [ name ] ) => name in patch
				)
			),
			api_key: session.keycrm.key,
		} );
		expect( await seen( session, preview ) ).toMatchObject( {
			fresh: true,
			settings_changed: false,
		} );
	} );

	it( 'stays up to date when only other settings were changed', async () => {
		inKeyCrm( session, 12 );
		await save( session.shop, { warehouse_ids: [ 1, 2 ] } );
		const preview = await sync( session.shop, 'preview' );
		await save( session.shop, {
			warehouse_ids: [ 2, 1 ],
			log_days: 60,
			notify: { emails: [ 'somebody@example.com' ] },
			requests_per_minute: 600,
		} );
		expect( await seen( session, preview ) ).toMatchObject( {
			fresh: true,
			settings_changed: false,
		} );
		const before = asked( session );
		const run = await drive(
			session.shop,
			await act( session, preview, 'apply' )
		);
		expect( run.status ).toBe( 'succeeded' );
		expect( asked( session ) ).toBe( before );
		expect( await inShop( session ) ).toEqual( { 12: COUNT } );
	} );

	it( 'is made again when an older version made it, which stored no settings', async () => {
		inKeyCrm( session, 12 );
		const preview = await sync( session.shop, 'preview' );
		await session.shop.sql(
			`UPDATE wp_keycrm_stock_runs SET settings = '' WHERE id = ${ preview.id }`
		);
		const before = asked( session );
		await drive( session.shop, await act( session, preview, 'apply' ) );
		expect( asked( session ) ).toBeGreaterThan( before );
		expect( await inShop( session ) ).toEqual( { 12: COUNT } );
	} );
} );

describe( 'a confirmation', () => {
	it( 'holds for the settings at that time: with other settings the guard asks again', async () => {
		const { shop } = session;
		await save( shop, { buffer: 1000 } );
		const stopped = await sync( shop );
		expect( stopped ).toMatchObject( {
			...ALL_LOST,
			settings_changed: false,
		} );
		// The loss is as large, but comes from other settings.
		await save( shop, { buffer: 2000 } );
		expect( await seen( session, stopped ) ).toMatchObject( {
			fresh: false,
			settings_changed: true,
		} );
		const again = await drive(
			shop,
			await act( session, stopped, 'confirm' )
		);
		expect( again ).toMatchObject( {
			id: stopped.id,
			...ALL_LOST,
			fresh: true,
			settings_changed: false,
		} );
		expect( await inShop( session ) ).toEqual( { 10: COUNT } );
		const done = await drive(
			shop,
			await act( session, again, 'confirm' )
		);
		expect( done.status ).toBe( 'succeeded' );
		expect( await inShop( session ) ).toEqual( { 0: COUNT } );
	} );

	it( 'still holds after a while with the same settings', async () => {
		const { shop } = session;
		inKeyCrm( session, 0 );
		const stopped = await sync( shop );
		await age( shop, stopped );
		const done = await drive(
			shop,
			await act( session, stopped, 'confirm' )
		);
		expect( done.status ).toBe( 'succeeded' );
		expect( await inShop( session ) ).toEqual( { 0: COUNT } );
	} );
} );
