/** What the screen is told about the three ways to keep stock, and about filling KeyCRM. */
import {
	changeListSchema,
	sourcesSchema,
	warehousesSchema,
} from '../../../src-admin/contract';
import { STATUS } from '../../support/keycrm-server';
import { call, openSession, sync } from '../support/session';
import type { Session } from '../support/session';
import { lead, setStock, WAREHOUSE } from '../support/push';
import { inKeyCrm, openSmallShop, sell } from '../support/shops/small-shop';

const warehousesOf = async (
	{ shop }: Session,
	method: 'GET' | 'POST' = 'GET'
) => warehousesSchema.parse( await call( shop, method, '/warehouses' ) );

describe( 'the three ways', () => {
	let session: Session;
	beforeAll( async () => {
		session = await openSmallShop( 4, 4 );
	} );
	afterAll( () => session.stop() );

	it( 'each have steps, settings and a picture that the site delivers', async () => {
		const { ways } = sourcesSchema.parse(
			await call( session.shop, 'GET', '/sources' )
		);
		expect( ways.map( ( { way } ) => way ) ).toEqual( [
			'keycrm',
			'shop',
			'erp',
		] );
		for ( const { picture, steps, settings } of ways ) {
			const { pathname } = new URL( picture );
			const { status, text } = await session.shop.request( pathname );
			expect( [ status, text.slice( 0, 4 ) ] ).toEqual( [ 200, '<svg' ] );
			expect( steps.length ).toBeGreaterThan( 4 );
			steps.forEach( ( step ) => expect( step ).toMatch( /\.$/ ) );
			expect( settings ).toContain( 'Where stock is kept' );
		}
	} );

	it( 'fit one direction, and an ERP two; each can be switched to', async () => {
		const { ways, switches } = sourcesSchema.parse(
			await call( session.shop, 'GET', '/sources' )
		);
		expect(
			ways.map( ( { directions } ) =>
				directions.map( ( { value } ) => value )
			)
		).toEqual( [
			[ 'keycrm_to_shop' ],
			[ 'shop_to_keycrm' ],
			[ 'keycrm_to_shop', 'shop_to_keycrm' ],
		] );
		expect( switches.map( ( { direction } ) => direction ) ).toEqual( [
			'keycrm_to_shop',
			'shop_to_keycrm',
		] );
		for ( const { sentences } of switches ) {
			expect( sentences.join( ' ' ) ).toMatch(
				/before you have looked at it/
			);
		}
	} );

	it( 'are not for people who may not manage the shop', async () => {
		const { status } = await session.shop.request(
			'/wp-json/keycrm-stock/v1/sources',
			{ as: 'editor' }
		);
		expect( status ).toBe( 403 );
	} );

	it( 'come with what each warehouse would get of a product that has a reserve', async () => {
		await setStock( session, 'Q-1', 5 );
		session.keycrm.world.orders.create( {
			status_id: STATUS.agreed,
			products: [ { sku: 'Q-1', quantity: 2 } ],
		} );
		await sync( session.shop, 'preview' );
		const { examples } = await warehousesOf( session );
		expect( examples[ 0 ] ).toMatchObject( { sku: 'Q-1' } );
		expect(
			examples[ 0 ]?.pushed.find(
				( { warehouse_id } ) => warehouse_id === WAREHOUSE
			)?.text
		).toBe(
			'Example: “Product Q-1” (SKU Q-1): KeyCRM gets 7 = 5 in the shop + 2 reserved there.'
		);
	} );

	it( 'and afterwards the log shows the same sum', async () => {
		await setStock( session, 'Q-1', 6 );
		const first = await lead( session );
		expect( first.status ).toBe( 'succeeded' );
		const { items } = changeListSchema.parse(
			await call( session.shop, 'GET', `/runs/${ first.id }/changes` )
		);
		expect( items.find( ( { sku } ) => sku === 'Q-1' ) ).toMatchObject( {
			side: 'keycrm',
			after: 6,
			pushed_texts: [
				expect.stringMatching(
					/^.+: 8 = 6 for sale \+ 2 reserved there$/
				),
			],
		} );
	} );
} );

describe( 'the offer to fill KeyCRM', () => {
	let session: Session;
	beforeAll( async () => {
		session = await openSession( {
			offers: [ 'E-0', 'E-1' ].map( ( sku ) => ( { sku, quantity: 0 } ) ),
		} );
	} );
	afterAll( () => session.stop() );

	it( 'is not made while nothing is in stock in the shop', async () => {
		expect( ( await warehousesOf( session, 'POST' ) ).fill ).toBeNull();
	} );

	it( 'is made once the shop has stock and KeyCRM has none', async () => {
		await sell( session, [ 'E-0', 'E-1' ] );
		const { fill } = await warehousesOf( session, 'POST' );
		expect( fill ).toMatchObject( {
			title: 'Fill KeyCRM from this shop',
			sentences: [
				expect.stringMatching( /all of its products stand at 0/ ),
				expect.stringMatching( /nothing is sent before you confirm/ ),
			],
		} );
		expect( ( await warehousesOf( session ) ).fill ).toEqual( fill );
	} );

	it( 'is not made as soon as KeyCRM has one product in stock', async () => {
		inKeyCrm( session.keycrm, 'E-0', 1 );
		expect( ( await warehousesOf( session, 'POST' ) ).fill ).toBeNull();
		expect( ( await warehousesOf( session ) ).fill ).toBeNull();
	} );

	it( 'is not made of a table of levels that was never filled', async () => {
		await session.shop.sql( 'DELETE FROM wp_keycrm_stock_levels' );
		expect( ( await warehousesOf( session ) ).fill ).toBeNull();
	} );
} );
