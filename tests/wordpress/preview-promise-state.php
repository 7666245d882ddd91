<?php
/** Returns the stock of every product, and the fields that no sync may change. */

global $wpdb;
$meta = array();
foreach ( $wpdb->get_results( "SELECT m.post_id, m.meta_key, m.meta_value FROM {$wpdb->postmeta} m JOIN {$wpdb->posts} p ON p.ID = m.post_id WHERE p.post_type IN ( 'product', 'product_variation' ) ORDER BY m.meta_id" ) as $row ) {
	$meta[ (int) $row->post_id ][ $row->meta_key ] ??= $row->meta_value;
}
ksort( $meta );
$states = array();
foreach ( $meta as $id => $values ) {
	$rest     = array_intersect_key( $values, array_flip( array( '_sku', '_backorders', '_price', '_low_stock_amount' ) ) );
	$states[] = array( 'id' => $id, 'stock' => is_numeric( $values['_stock'] ?? null ) ? (float) $values['_stock'] : null, 'rest' => wp_json_encode( $rest ) );
}
return $states;
