import { settingsSchema } from '../../../src-admin/contract';
import { API, call, openSession, save, sync } from '../support/session';
import type { Session } from '../support/session';

let session: Session;

beforeAll( async () => {
	session = await openSession( {
		offers: [
			{ id: 1, sku: 'A', stock: [ { warehouse_id: 1, quantity: 5 } ] },
		],
	} );
	await save( session.shop, { schedule: { enabled: true } } );
} );
afterAll( () => session.stop() );

/**
 * Makes the site a copy: the database has the address where the key was entered, and the site has another
 * address.
 */
const copied = ( from = 'https://shop.example' ) =>
	session.shop.php( `
		update_option( 'keycrm_stock_addresses', base64_encode( '${ from }' ), false );
		return get_option( 'home' );` );

const settings = async () =>
	settingsSchema.parse( await call( session.shop, 'GET', '/settings' ) );

/** Counts the requests that KeyCRM gets during the work. */
async function asked( work: () => Promise< unknown > ): Promise< number > {
	const before = session.keycrm.log.entries().length;
	await work();
	return session.keycrm.log.entries().length - before;
}

const start = () =>
	session.shop.request( `${ API }/runs`, {
		method: 'POST',
		as: 'shop_manager',
		body: { mode: 'sync' },
	} );

const scheduled = () =>
	session.shop.php( "do_action( 'keycrm_stock_start', 15 ); return true;" );

it( 'recognises its own address under http and https, with www and without', async () => {
	const home = String( await copied() );
	for ( const from of [ home, home.replace( 'http://', 'https://www.' ) ] ) {
		await copied( from );
		expect( await settings() ).toMatchObject( {
			moved_from: '',
			api_key_set: true,
		} );
	}
} );

it( 'sends KeyCRM no request from another address, and says why', async () => {
	await copied();
	const runs = await call( session.shop, 'GET', '/runs' );
	expect(
		await asked( async () => {
			const { status, json } = await start();
			expect( status ).toBe( 400 );
			expect( json ).toMatchObject( {
				code: 'keycrm_stock_copied_site',
				message: expect.stringMatching( /may be a copy.*has moved/ ),
			} );
			await scheduled();
			await call( session.shop, 'POST', '/connection' );
		} )
	).toBe( 0 );
	expect( await settings() ).toMatchObject( {
		moved_from: 'https://shop.example',
		api_key_problem: expect.stringContaining( 'https://shop.example' ),
	} );
	// The owner of the live shop gets no e-mail from a copy.
	expect( await call( session.shop, 'GET', '/runs' ) ).toEqual( runs );
} );

it( 'refuses a user without the right to say that the shop has moved', async () => {
	for ( const as of [ 'guest', 'customer', 'editor' ] as const ) {
		const { status } = await session.shop.request( `${ API }/settings`, {
			method: 'POST',
			as,
			body: { site_moved: true },
		} );
		expect( status ).toBeGreaterThanOrEqual( 401 );
	}
	expect( ( await settings() ).moved_from ).not.toBe( '' );
} );

it( 'continues when a person says that the shop has moved', async () => {
	expect(
		await call( session.shop, 'POST', '/settings', { site_moved: true } )
	).toMatchObject( { moved_from: '', api_key_set: true } );
	expect( await sync( session.shop ) ).toMatchObject( {
		status: 'succeeded',
	} );
} );

it( 'continues when the key is entered at the new address', async () => {
	await copied();
	await save( session.shop, { api_key: session.keycrm.key } );
	expect( await settings() ).toMatchObject( {
		moved_from: '',
		api_key_set: true,
	} );
} );

it( 'hides the stored address from tools that replace addresses in the database', async () => {
	const home = String( await copied() );
	await save( session.shop, { site_moved: true } );
	expect(
		await session.shop.php(
			"return get_option( 'keycrm_stock_addresses' );"
		)
	).not.toContain( home.replace( 'http://', '' ) );
} );
