/** Fills the tables of a shop with a hundred thousand orders at once. */
import type { Shop } from '../../../support/worlds/shop';

export const ORDERS = 100_000;
const DAYS = 365;
const FIRST = 1_000_000;

/** Fills both order storages of WooCommerce, so that either can be tested. */
function statements( first_product: number, products: number ): string[] {
	const numbers = `seq_1_to_${ ORDERS } n`;
	const id = `${ FIRST } + n.seq`;
	const made = `UTC_TIMESTAMP() - INTERVAL ( n.seq * ${ DAYS } / ${ ORDERS } * 86400 ) SECOND`;
	const status = `CASE WHEN n.seq % 20 = 0 THEN 'wc-cancelled' WHEN n.seq < 2000 THEN 'wc-processing' ELSE 'wc-completed' END`;
	const item = ( part: string ) => `${ FIRST } + 2 * n.seq + ${ part }`;
	const parts = `${ numbers } JOIN seq_0_to_1 k`;
	const meta = ( key: string, value: string ) =>
		`INSERT INTO wp_woocommerce_order_itemmeta (order_item_id, meta_key, meta_value) SELECT ${ item(
			'k.seq'
		) }, '${ key }', ${ value } FROM ${ parts }`;
	return [
		`INSERT INTO wp_wc_orders (id, status, type, date_created_gmt, date_updated_gmt) SELECT ${ id }, ${ status }, 'shop_order', ${ made }, ${ made } FROM ${ numbers }`,
		`INSERT INTO wp_wc_order_operational_data (order_id, order_stock_reduced) SELECT ${ id }, 1 FROM ${ numbers }`,
		`INSERT INTO wp_posts (ID, post_type, post_status, post_date, post_date_gmt, post_modified, post_modified_gmt, post_content, post_title, post_excerpt, to_ping, pinged, post_content_filtered)
			SELECT ${ id }, 'shop_order', ${ status }, ${ made }, ${ made }, ${ made }, ${ made }, '', '', '', '', '', '' FROM ${ numbers }`,
		`INSERT INTO wp_postmeta (post_id, meta_key, meta_value) SELECT ${ id }, '_order_stock_reduced', 'yes' FROM ${ numbers }`,
		`INSERT INTO wp_woocommerce_order_items (order_item_id, order_item_name, order_item_type, order_id) SELECT ${ item(
			'k.seq'
		) }, 'x', 'line_item', ${ id } FROM ${ parts }`,
		meta(
			'_product_id',
			`${ first_product } + ( n.seq * 7 + k.seq * 3 ) % ${ products }`
		),
		meta( '_variation_id', '0' ),
		meta( '_qty', '2' ),
		meta( '_reduced_stock', '2' ),
		`INSERT INTO wp_keycrm_stock_orders (way, line_id, order_id, crm_order_id, sku, quantity, state, counted_at, seen_at)
			SELECT 'keycrm_orders', ${ item(
				'k.seq'
			) }, ${ id }, n.seq, 'C-1', 2, 'reserved', 1, 1 FROM ${ parts } WHERE n.seq < 4000`,
		'ANALYZE TABLE wp_keycrm_stock_orders, wp_wc_orders, wp_wc_order_operational_data, wp_posts, wp_postmeta, wp_woocommerce_order_items, wp_woocommerce_order_itemmeta',
	];
}

/** MariaDB only, because it makes sequences of numbers in SQL. */
export async function fillOrders(
	shop: Shop,
	first_product: number,
	products: number
): Promise< void > {
	for ( const statement of statements( first_product, products ) ) {
		await shop.sql( statement );
	}
}
