/** Tests answers whose metadata is wrong: the plugin never relies on it. */
import { bulkFill } from '../../support/fill/bulk-fill';
import { call, openSession, sync } from '../support/session';
import type { Session } from '../support/session';
import { stockOf } from '../support/shops/small-shop';

let session: Session;

beforeAll( async () => {
	session = await openSession( { offers: [ { sku: 'A', quantity: 7 } ] } );
	await bulkFill( session.shop, [
		{ sku: 'A', name: 'A', price: 1, stock: 1, type: 'simple', parent: -1 },
	] );
} );
afterAll( () => session.stop() );
beforeEach( async () => {
	session.keycrm.faults.clear();
	await session.shop.php( `
		wc_update_product_stock( wc_get_product_id_by_sku( 'A' ), 1 );
		return delete_option( 'keycrm_stock_whole_read' );` );
} );

it.each( [
	[ 'a length that is too great', { kind: 'content_length', by: 40 } ],
	[ 'a length that is too small', { kind: 'content_length', by: -40 } ],
] as const )( 'refuses an answer with %s', async ( _, fault ) => {
	session.keycrm.faults.add( fault );
	expect(
		await call( session.shop, 'POST', '/connection', {} )
	).toMatchObject( {
		ok: false,
		code: expect.stringMatching( /^(network|not_json)$/ ),
	} );
	expect( ( await sync( session.shop ) ).status ).toBe( 'failed' );
	expect( await stockOf( session, 'A' ) ).toBe( 1 );
} );

it.each( [
	[ 'a total of 0', { total: 0 }, 'empty_catalogue' ],
	[ 'a negative total', { total: -1 }, 'not_json' ],
	[ '0 rows a page', { per_page: 0 }, 'not_json' ],
	[ 'a page size that is no number', { per_page: 'all' }, 'not_json' ],
] as const )(
	'writes nothing when the answer claims %s',
	async ( _, fields, code ) => {
		session.keycrm.faults.add( {
			kind: 'envelope_says',
			fields: { ...fields },
		} );
		const run = await sync( session.shop );
		expect( run ).toMatchObject( { status: 'failed', error: { code } } );
		expect( await stockOf( session, 'A' ) ).toBe( 1 );
	}
);

it.each( [
	[ 'too few rows a page', { per_page: 1 }, 1 ],
	// The list is tried four times, then the shop's own SKU is read by itself.
	[ 'more rows than there are', { total: 2 }, 5 ],
	[ 'far more rows than there can be', { total: 1e15 }, 5 ],
	[ 'too many rows a page', { per_page: 1e9 }, 1 ],
	[ 'a billion pages', { last_page: 1e9 }, 2 ],
] as const )(
	'reads all rows when the answer claims %s',
	async ( _, fields, requests ) => {
		session.keycrm.faults.add( {
			kind: 'envelope_says',
			fields: { ...fields },
		} );
		const run = await sync( session.shop );
		expect( run ).toMatchObject( { status: 'succeeded', requests } );
		expect( await stockOf( session, 'A' ) ).toBe( 7 );
	}
);
