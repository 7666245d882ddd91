/** Tests that the API key never leaves the plugin: not in an answer, a page, a log, an export or the database. */
import { phpFile } from '../../support/php-file';
import { bulkFill } from '../../support/fill/bulk-fill';
import { takeLog } from '../support/recorders/wc-log';
import { healthInfo } from '../support/site-health';
import { openSession, sync, API, call } from '../support/session';
import type { Session } from '../support/session';

const KEY = 'NmY0ZTk1c2VjcmV0S2V5MTIzNDU2Nzg5MA==';

let session: Session;

beforeAll( async () => {
	session = await openSession(
		{ offers: [ { sku: 'A', quantity: 1 } ] },
		{ constants: { WP_DEBUG_LOG: true } }
	);
	// Without a product there is nothing to ask KeyCRM for, and nothing to fail.
	await bulkFill( session.shop, [
		{ sku: 'A', name: 'A', price: 1, stock: 0, type: 'simple', parent: -1 },
	] );
	session.keycrm.world.key = KEY;
	await call( session.shop, 'POST', '/settings', {
		api_key: ` "Bearer ${ KEY }" `,
	} );
} );
afterAll( () => session.stop() );

it( 'accepts a pasted key with quotes and Bearer', async () => {
	expect(
		await call( session.shop, 'POST', '/connection', {} )
	).toMatchObject( { ok: true, offers: 1 } );
	expect(
		session.keycrm.log.entries().at( -1 )?.headers[ 'authorization' ]
	).toBe( 'matched' );
} );

it( 'shows four characters of the key and where it is stored', async () => {
	expect( await call( session.shop, 'GET', '/settings' ) ).toMatchObject( {
		api_key_set: true,
		api_key_hint: KEY.slice( -4 ),
		api_key_source: 'option',
	} );
} );

it( 'explains letters that only look like Latin ones', async () => {
	const answer = await session.shop.request( `${ API }/settings`, {
		method: 'POST',
		as: 'admin',
		body: { api_key: 'NmY0ZТk1' },
	} );
	expect( answer.status ).toBe( 400 );
	expect( answer.json ).toMatchObject( {
		code: 'rest_invalid_param',
		data: { params: { api_key: expect.stringContaining( 'Т' ) } },
	} );
	expect(
		await call( session.shop, 'POST', '/connection', {} )
	).toMatchObject( { ok: true } );
} );

it( 'is in no answer and no page, whatever happens', async () => {
	const { shop, keycrm } = session;
	const texts: string[] = [];
	const look = async ( path: string, body?: unknown ) => {
		const method = body === undefined ? 'GET' : 'POST';
		texts.push(
			(
				await shop.request( path, {
					method,
					as: 'admin',
					...( body === undefined ? {} : { body } ),
				} )
			).text
		);
	};
	for ( const fault of [
		undefined,
		{ kind: 'status', status: 401 },
		{ kind: 'body', change: 'html' },
		{ kind: 'reset', when: 'in_body' },
	] as const ) {
		keycrm.faults.clear();
		if ( fault !== undefined ) {
			keycrm.faults.add( fault );
		}
		await look( `${ API }/connection`, {} );
		await look( `${ API }/connection`, { api_key: KEY } );
		await look( `${ API }/warehouses`, { page: 1 } );
		texts.push( JSON.stringify( await sync( shop ) ) );
		for ( const path of [
			'/settings',
			'/runs',
			'/runs/current',
			'/runs/1',
			'/runs/1/changes',
			'/warehouses',
		] ) {
			await look( API + path );
		}
	}
	await look( '/wp-json/' );
	await look( '/wp-admin/admin.php?page=keycrm-stock' );
	await look( '/wp-admin/options.php' );
	await look( '/wp-admin/site-health.php' );
	texts.push( await healthInfo( shop ) );
	await look( '/wp-admin/export.php?download=true&content=all' );
	for ( const text of texts ) {
		expect( text.length ).toBeGreaterThan( 0 );
		expect( text ).not.toContain( KEY );
	}
} );

it( 'is in no log and in no row of the database', async () => {
	const { shop } = session;
	expect( shop.log() ).not.toContain( KEY );
	// WooCommerce's log is among the uploads, which are searched below.
	const lines = JSON.stringify( takeLog( shop, 'keep' ) );
	expect( lines ).toContain( 'HTTP 401' );
	expect( lines ).not.toContain( KEY );
	const found = await shop.php(
		phpFile( __dirname, 'secrets-search.php', { key: KEY } )
	);
	expect( found ).toEqual( [] );
} );

it( 'is deleted when the owner asks for it', async () => {
	expect(
		await call( session.shop, 'POST', '/settings', { api_key: '' } )
	).toMatchObject( {
		api_key_set: false,
		api_key_hint: '',
		api_key_source: 'none',
	} );
	const refused = await session.shop.request( `${ API }/runs`, {
		method: 'POST',
		as: 'admin',
		body: { mode: 'sync' },
	} );
	expect( refused.status ).toBe( 400 );
	expect( refused.json ).toMatchObject( { code: 'keycrm_stock_no_key' } );
} );
