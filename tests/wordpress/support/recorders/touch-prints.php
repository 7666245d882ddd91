<?php
/** Returns a fingerprint of each table that a sync may change. */

global $wpdb;
$prints = array();
foreach ( array( 'posts', 'postmeta', 'wc_product_meta_lookup', 'terms', 'term_taxonomy', 'term_relationships', 'termmeta', 'wc_reserved_stock', 'woocommerce_order_items' ) as $name ) {
	$rows = $wpdb->get_results( "SELECT * FROM {$wpdb->prefix}$name", ARRAY_N );
	$lines = array_map( 'wp_json_encode', $rows );
	sort( $lines );
	$prints[ $name ] = count( $lines ) . ':' . md5( implode( "\n", $lines ) );
}
return $prints;
