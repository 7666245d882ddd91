/**
 * Tests failed connections: no network, an unknown host, an untrusted certificate. A run gives the reason and
 * changes nothing.
 */
import { startKeyCrm } from '../../support/keycrm-server';
import type { KeyCrmServer } from '../../support/keycrm-server';
import { bulkFill } from '../../support/fill/bulk-fill';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import { call, save, stockBySku, sync } from '../support/session';

let keycrm: KeyCrmServer;
let shop: Shop;

/** Reads the address from a file that the test writes, because a constant is set anew in each request. */
const MOVABLE_ADDRESS = `<?php
define( 'KEYCRM_STOCK_API_BASE_URL', (string) file_get_contents( WP_CONTENT_DIR . '/address.txt' ) );
`;

beforeAll( async () => {
	keycrm = await startKeyCrm( {
		catalogue: { offers: [ { sku: 'A', quantity: 7 } ] },
		behaviour: { limit_per_minute: null },
	} );
	shop = await openShop( {
		mu: { address: MOVABLE_ADDRESS },
		activate: false,
	} );
	await moveTo( keycrm.url );
	await shop.php(
		`require_once ABSPATH . 'wp-admin/includes/plugin.php'; return activate_plugin( 'stock-sync-for-keycrm/stock-sync-for-keycrm.php' );`
	);
	await save( shop, { api_key: keycrm.key, requests_per_minute: 600 } );
	await bulkFill( shop, [
		{ sku: 'A', name: 'A', price: 1, stock: 1, type: 'simple', parent: -1 },
	] );
} );
afterAll( async () => {
	await keycrm.stop();
	await shop.stop();
} );

function moveTo( address: string ): Promise< unknown > {
	return shop.php(
		`return file_put_contents( WP_CONTENT_DIR . '/address.txt', '${ address }' );`
	);
}

/** php-wasm resolves every host name, so the connection fails there instead. */
const UNKNOWN_NAME =
	process.env[ 'TEST_WORLD' ] === 'native' ? 'dns' : 'network';

const PLACES: [ string, () => Promise< string >, string ][] = [
	[ 'nothing listens', async () => keycrm.refused_url, 'network' ],
	[
		'the name is unknown',
		async () => 'http://keycrm.invalid/v1',
		UNKNOWN_NAME,
	],
	[ 'the server speaks no TLS', async () => keycrm.broken_tls_url, 'tls' ],
	[ 'the certificate is not trusted', () => keycrm.openUntrusted(), 'tls' ],
];

describe.each( PLACES )( 'when %s', ( _, place, code ) => {
	it( 'the connection test explains it', async () => {
		await moveTo( await place() );
		const answer = await call( shop, 'POST', '/connection', {} );
		expect( answer ).toMatchObject( { ok: false, code, offers: 0 } );
		expect( JSON.stringify( answer ) ).not.toContain( keycrm.key );
	} );

	it( 'a run ends with the reason and changes nothing', async () => {
		await moveTo( await place() );
		const run = await sync( shop );
		expect( run ).toMatchObject( { status: 'failed', error: { code } } );
		expect( run.error?.message ).toMatch( /[Ss]tock|shop/ );
		expect( run.error?.hint ).not.toBe( '' );
		expect( ( await stockBySku( shop ) ).get( 'A' ) ).toBe( 1 );
	} );
} );

it( 'goes on without a person when KeyCRM is back', async () => {
	await moveTo( keycrm.url );
	expect( await sync( shop ) ).toMatchObject( { status: 'succeeded' } );
	expect( ( await stockBySku( shop ) ).get( 'A' ) ).toBe( 7 );
} );
