/** Tests that every route refuses users without `manage_woocommerce`. */
import { phpFile } from '../../support/php-file';
import { startKeyCrm } from '../../support/keycrm-server';
import type { KeyCrmServer } from '../../support/keycrm-server';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';

interface Route {
	readonly path: string;
	readonly method: 'GET' | 'POST' | 'DELETE' | 'PUT' | 'PATCH';
}

const METHODS = [ 'GET', 'POST', 'DELETE', 'PUT', 'PATCH' ] as const;
const REFUSAL = { guest: 401, subscriber: 403, customer: 403, editor: 403 };
const OUTSIDERS = [ 'guest', 'subscriber', 'customer', 'editor' ] as const;

let keycrm: KeyCrmServer;
let shop: Shop;

beforeAll( async () => {
	keycrm = await startKeyCrm( { catalogue: { offers: [ { sku: 'A' } ] } } );
	shop = await openShop( {
		constants: { KEYCRM_STOCK_API_BASE_URL: keycrm.url },
	} );
} );
afterAll( async () => {
	await keycrm.stop();
	await shop.stop();
} );

/** Reads our routes from WordPress itself, so that a new one cannot be forgotten here. */
async function routes(): Promise< Route[] > {
	const known = await shop.php(
		phpFile( __dirname, 'permissions-routes.php' )
	);
	const list: Route[] = [];
	for ( const row of Array.isArray( known ) ? known : [] ) {
		const path = String( row[ 0 ] )
			.replace( '(?P<id>\\d+)', '1' )
			.replace( '(?P<token>[A-Za-z0-9]+)', 'wrong' );
		const method = METHODS.find( ( one ) => one === row[ 1 ] );
		if ( method !== undefined && path !== '/keycrm-stock/v1' ) {
			list.push( { path, method } );
		}
	}
	return list;
}

it( 'refuses users without the right on every route, and sends KeyCRM no request for them', async () => {
	const list = await routes();
	expect( list.length ).toBeGreaterThanOrEqual( 14 );
	for ( const { path, method } of list ) {
		for ( const as of OUTSIDERS ) {
			const { status, text } = await shop.request( `/wp-json${ path }`, {
				method,
				as,
				...( method === 'GET' ? {} : { body: { mode: 'sync' } } ),
			} );
			const expected = /\/(tick|wake-up|webhook)\//.test( path )
				? 404
				: REFUSAL[ as ];
			expect( { path, method, as, status } ).toEqual( {
				path,
				method,
				as,
				status: expected,
			} );
			expect( text ).not.toContain( keycrm.key );
		}
	}
	expect( keycrm.log.entries() ).toEqual( [] );
} );

it.each( [ 'admin', 'shop_manager' ] as const )( 'accepts %s', async ( as ) => {
	const { status } = await shop.request(
		'/wp-json/keycrm-stock/v1/settings',
		{ as }
	);
	expect( status ).toBe( 200 );
} );

it( 'shows the page in wp-admin to a shop manager, and to no user with fewer rights', async () => {
	const page = '/wp-admin/admin.php?page=keycrm-stock';
	const { status, text } = await shop.request( page, { as: 'shop_manager' } );
	expect( status ).toBe( 200 );
	expect( text ).toContain( 'keycrm-stock-root' );
	for ( const as of OUTSIDERS ) {
		const answer = await shop.request( page, { as } );
		expect( answer.text ).not.toContain( 'keycrm-stock-root' );
		expect( answer.status ).not.toBe( 200 );
	}
} );

it( 'accepts the tick with the secret, and only with it', async () => {
	const { json } = await shop.request( '/wp-json/keycrm-stock/v1/settings', {
		as: 'admin',
	} );
	const url = new URL(
		json !== null && typeof json === 'object' && 'tick_url' in json
			? String( json.tick_url )
			: ''
	);
	const path = url.pathname + url.search;
	const good = await shop.request( path );
	expect( good.status ).toBe( 200 );
	expect( good.json ).toEqual( { status: 'idle', phase: '' } );
	const bad = await shop.request( path.slice( 0, -1 ) );
	expect( bad.status ).toBe( 404 );
} );
