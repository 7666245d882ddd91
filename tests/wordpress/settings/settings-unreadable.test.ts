/** Tests that neither a run nor a save takes settings that cannot be read for the defaults. */
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

/** Makes as many reads of the settings fail as `test_fail` says, from its n-th read on. */
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

/** Makes so many reads of the settings fail in each request, from this one on. */
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

it( 'a run never writes the numbers of the defaults, whichever read fails', async () => {
	for ( let place = 1; place <= PLACES; place++ ) {
		const run = await startRun( session.shop, 'sync' );
		await fail( place, 2 );
		// The reads of one request fail; later requests work.
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

it( 'a save that cannot read the settings saves nothing', async () => {
	const settings = await call( session.shop, 'GET', '/settings' );
	const before = await stored();
	// All reads of the request fail, so the save cannot get around them.
	await fail( 1, 1000 );
	await refused( { log_days: 60 } );
	await fail( 0, 0 );
	expect( await stored() ).toEqual( before );
	expect( await call( session.shop, 'GET', '/settings' ) ).toEqual(
		settings
	);
} );

it.each( [ 1, 2, 3, 4 ] )(
	'a save whose read %d fails keeps the other settings',
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

	it( 'stops an active run, and gives the reason', async () => {
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

	it( 'prevents every start, by a person and by the schedule', async () => {
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

	it( 'is not overwritten by a save', async () => {
		const before = await stored();
		expect( await refused( { log_days: 60 } ) ).toMatchObject( {
			code: 'keycrm_stock_settings_damaged',
			message: expect.stringMatching( /damaged.*restored from a backup/ ),
		} );
		expect( await stored() ).toEqual( before );
	} );
} );
