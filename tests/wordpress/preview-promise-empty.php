<?php
/** Deletes all orders, products and rows of the plugin. */

global $wpdb;
foreach ( wc_get_orders( array( 'limit' => -1, 'return' => 'ids', 'status' => array_keys( wc_get_order_statuses() ) ) ) as $id ) {
	wc_get_order( $id )->delete( true );
}
foreach ( array( 'levels', 'changes', 'runs', 'orders' ) as $table ) {
	$wpdb->query( "DELETE FROM {$wpdb->prefix}keycrm_stock_$table" );
}
$ids = implode( ', ', array( 0, ...$wpdb->get_col( "SELECT ID FROM {$wpdb->posts} WHERE post_type IN ( 'product', 'product_variation' )" ) ) );
foreach ( array( $wpdb->postmeta => 'post_id', $wpdb->term_relationships => 'object_id', $wpdb->prefix . 'wc_product_meta_lookup' => 'product_id', $wpdb->posts => 'ID' ) as $table => $column ) {
	$wpdb->query( "DELETE FROM $table WHERE $column IN ( $ids )" );
}
delete_option( 'keycrm_stock_whole_read' );
return wp_cache_flush();
