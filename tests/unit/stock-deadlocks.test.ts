import { stockDeadlocks } from '../wordpress/support/orders/stock-deadlocks';

const line = ( query: string ) =>
	`[29-Nov-2026 13:28:55 UTC] WordPress database error Deadlock found when trying to get lock; try restarting transaction for query ${ query } made by WC_Order->save, wc_maybe_increase_stock_levels, wc_increase_stock_levels\n`;

test.each( [
	"UPDATE wp_postmeta SET meta_value = 3\n WHERE post_id = 7 AND meta_key='_stock'",
	'UPDATE wp_wc_product_meta_lookup SET stock_quantity = 3',
	'INSERT INTO wp_keycrm_stock_changes (id) VALUES (1)',
] )( 'a deadlock of a statement about stock is found: %s', ( query ) => {
	expect( stockDeadlocks( `before\n${ line( query ) }after\n` ) ).toEqual( [
		query,
	] );
} );

test.each( [
	'DELETE FROM `wp_woocommerce_order_itemmeta` WHERE `meta_id` = 1102',
	"INSERT INTO wp_woocommerce_order_itemmeta (meta_key) VALUES ('_reduced_stock')",
] )(
	'a deadlock of a statement about order lines is ignored: %s',
	( query ) => {
		expect( stockDeadlocks( line( query ) ) ).toEqual( [] );
	}
);
