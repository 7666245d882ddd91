/** Settings that cannot be read are never taken for the defaults: not by a run, and not by a save. */
import * as z from 'zod/mini';
import { phpFile } from '../../support/php-file';
import { runListSchema } from '../../../src-admin/contract';
import { API, call, drive, save, startRun, sync } from '../support/session';
import type { Session } from '../support/session';
import {
	COUNT,
	inKeyCrm,
	inShop,
	openPromiseShop,
} from '../support/shops/promise-shop';

/** From its n-th try on, a number of readings of the settings fail, as `test_fail` says. */
const FAILING = phpFile( __dirname, 'settings-unreadable-plugin.php' );

/** In php-wasm each step takes seconds. */
const PLACES = process.env[ 'TEST_WORLD' ] === 'native' ? 8 : 3;

let session: Session;
beforeAll( async () => {
	session = await openPromiseShop( { failing: FAILING } );
} );
afterAll( () => session.stop() );

beforeEach( async () => {
	await fail( 0, 0 );
	await session.shop.sql(
		"DELETE FROM wp_options WHERE option_name = 'keycrm_stock_settings'"
	);
	await session.shop.php( 'return wp_cache_flush();' );
	await save( session.shop, { buffer: 5, requests_per_minute: 600 } );
	inKeyCrm( session, 10 );
	await sync( session.shop );
	expect( await inShop( session ) ).toEqual( { 5: COUNT } );
	inKeyCrm( session, 12 );
} );

/** Of the readings of the settings in each request, so many from this one on fail. */
async function fail( first: number, count: number ): Promise< void > {
	await session.shop.php(
		`return update_option( 'test_fail', array( ${ first }, ${ count } ) );`
	);
}

async function spoil( row: string ): Promise< void > {
	await session.shop.sql(
		`UPDATE wp_options SET option_value = '${ row }' WHERE option_name = 'keycrm_stock_settings'`
	);
	await session.shop.php( 'return wp_cache_flush();' );
}

async function stored(): Promise< unknown > {
	return session.shop.sql(
		"SELECT option_value FROM wp_options WHERE option_name = 'keycrm_stock_settings'"
	);
}

const errorSchema = z.object( { code: z.string(), message: z.string() } );

async function refused( body: unknown ) {
	const answer = await session.shop.request( `${ API }/settings`, {
		method: 'POST',
		as: 'shop_manager',
		body,
	} );
	expect( answer.status ).toBeGreaterThanOrEqual( 500 );
	return errorSchema.parse( answer.json );
}

it( 'a run never writes the numbers of the defaults, whichever reading fails', async () => {
	for ( let place = 1; place <= PLACES; place++ ) {
		const run = await startRun( session.shop, 'sync' );
		await fail( place, 2 );
		// One request in which readings fail; what follows goes well.
		await session.shop.request( `${ API }/runs/${ run.id }/step`, {
			method: 'POST',
			as: 'shop_manager',
		} );
		expect( Object.keys( await inShop( session ) ) ).not.toContain( '12' );
		await fail( 0, 0 );
		await drive( session.shop, run );
		expect( Object.keys( await inShop( session ) ) ).not.toContain( '12' );
		await sync( session.shop );
		expect( await inShop( session ) ).toEqual( { 7: COUNT } );
		inKeyCrm( session, 10 );
		await sync( session.shop );
		inKeyCrm( session, 12 );
	}
} );

it( 'a save that cannot read them saves nothing', async () => {
	const settings = await call( session.shop, 'GET', '/settings' );
	const before = await stored();
	// All readings of the request: it cannot get round them.
	await fail( 1, 1000 );
	await refused( { log_days: 60 } );
	await fail( 0, 0 );
	expect( await stored() ).toEqual( before );
	expect( await call( session.shop, 'GET', '/settings' ) ).toEqual(
		settings
	);
} );

it.each( [ 1, 2, 3, 4 ] )(
	'a save of which reading %d fails keeps the rest of them',
	async ( place ) => {
		await fail( place, 1 );
		await session.shop.request( `${ API }/settings`, {
			method: 'POST',
			as: 'shop_manager',
			body: { log_days: 60 },
		} );
		await fail( 0, 0 );
		expect( await call( session.shop, 'GET', '/settings' ) ).toMatchObject(
			{
				buffer: 5,
			}
		);
	}
);

describe.each( [
	[ 'text', 'nonsense' ],
	[ 'a number', '7' ],
	[ 'an array cut short', 'a:3:{s:6:"buffer";i:5;s:4:"gone";s:5:"leave' ],
] )( 'a row that is %s', ( _, row ) => {
	beforeEach( () => spoil( row ) );

	it( 'stops a run that is under way, with the reason', async () => {
		const { shop } = session;
		await spoil( 'a:0:{}' );
		const { id } = await startRun( shop, 'sync' );
		await spoil( row );
		await call( shop, 'POST', `/runs/${ id }/step` );
		expect( await call( shop, 'GET', `/runs/${ id }` ) ).toMatchObject( {
			status: 'failed',
			error: {
				code: 'settings_damaged',
				message: expect.stringContaining( 'damaged' ),
				hint: expect.stringContaining( 'keycrm_stock_settings' ),
			},
		} );
		expect( await call( shop, 'GET', '/runs' ) ).toMatchObject( {
			items: expect.arrayContaining( [
				expect.objectContaining( { id } ),
			] ),
		} );
		expect( await inShop( session ) ).toEqual( { 5: COUNT } );
	} );

	it( 'lets none begin: neither by a person nor by the schedule', async () => {
		const { shop } = session;
		const answer = await shop.request( `${ API }/runs`, {
			method: 'POST',
			as: 'shop_manager',
			body: { mode: 'sync' },
		} );
		expect( answer.json ).toMatchObject( {
			code: 'keycrm_stock_settings_damaged',
		} );
		await shop.php( "do_action( 'keycrm_stock_start', 15 ); return true;" );
		const [ newest ] = runListSchema.parse(
			await call( shop, 'GET', '/runs?per_page=1' )
		).items;
		expect( newest ).toMatchObject( {
			trigger: 'schedule',
			status: 'failed',
			error: { code: 'settings_damaged' },
		} );
		expect( await inShop( session ) ).toEqual( { 5: COUNT } );
	} );

	it( 'is not saved over', async () => {
		const before = await stored();
		expect( await refused( { log_days: 60 } ) ).toMatchObject( {
			code: 'keycrm_stock_settings_damaged',
			message: expect.stringMatching( /damaged.*restored from a backup/ ),
		} );
		expect( await stored() ).toEqual( before );
	} );
} );
