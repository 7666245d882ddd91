/**
 * Tests the way ERP → shop → KeyCRM: an ERP that knows nothing of us writes WooCommerce's REST API, and KeyCRM has the
 * numbers within seconds, without anybody's help.
 */
import { describeRealNative } from '../create/real-shop';
import { openBlank } from '../support/shops/blank-account';
import { lead, notThere, sent } from '../support/push';
import {
	ownStockWrites,
	WATCH_OWN_WRITES,
} from '../support/recorders/own-stock-writes';
import { save, stockBySku } from '../support/session';
import type { Session } from '../support/session';
import { untilRead } from '../support/shelf';

const PRODUCTS = 60;

let session: Session;
let ids: Map< string, number >;

beforeAll( async () => {
	session = await openBlank( PRODUCTS, {
		mu: { 'own-stock-writes.php': WATCH_OWN_WRITES },
	} );
	await save( session.shop, { guard: { min_products: 1000 } } );
	await lead( session );
	const rows = await session.shop.php(
		`global $wpdb; return $wpdb->get_results( "SELECT post_id, meta_value AS sku FROM {$wpdb->postmeta} WHERE meta_key = '_sku'", ARRAY_A );`
	);
	ids = new Map(
		Array.isArray( rows )
			? rows.map( ( { post_id, sku } ) => [
					String( sku ),
					Number( post_id ),
			  ] )
			: []
	);
} );
afterAll( () => session.stop() );

/** PUT /wc/v3/products/batch, as WooCommerce documents it. */
async function erpWrites(
	quantities: Readonly< Record< string, number > >
): Promise< void > {
	const answer = await session.shop.request(
		'/wp-json/wc/v3/products/batch',
		{
			method: 'PUT',
			as: 'shop_manager',
			body: {
				update: Object.entries( quantities ).map(
					( [ sku, stock_quantity ] ) => ( {
						id: ids.get( sku ),
						stock_quantity,
					} )
				),
			},
		}
	);
	expect( answer.status ).toBe( 200 );
}

describeRealNative( 'an ERP that writes WooCommerce', () => {
	it( 'brings a new count of everything to KeyCRM in one request', async () => {
		session.keycrm.log.clear();
		await erpWrites(
			Object.fromEntries(
				[ ...ids.keys() ].map( ( sku, place ) => [ sku, 200 + place ] )
			)
		);
		await untilRead( session );
		expect( await notThere( session ) ).toEqual( [] );
		expect( sent( session ) ).toHaveLength( 1 );
		expect( ( await stockBySku( session.shop ) ).get( 'B-3' ) ).toBe( 203 );
	} );

	it( 'writes the same products again and again, and the last number stays on both sides', async () => {
		for ( let quantity = 1; quantity <= 8; quantity++ ) {
			await erpWrites( { 'B-1': quantity, 'B-2': 50 - quantity } );
		}
		await untilRead( session );
		expect( await notThere( session ) ).toEqual( [] );
		expect( ( await stockBySku( session.shop ) ).get( 'B-1' ) ).toBe( 8 );
	} );

	it( 'keeps its word: nothing of ours changes a number in the shop', () => {
		expect( ownStockWrites( session ) ).toEqual( [] );
	} );
} );
