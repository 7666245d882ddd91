<?php
/** Writes each number as most plugins do: it loads the product and saves it. */

assert( isset( $numbers ) );
global $wpdb;
$queries = $wpdb->num_queries;
$began   = microtime( true );
foreach ( $numbers as $sku => $number ) {
	$product = wc_get_product( wc_get_product_id_by_sku( (string) $sku ) );
	$product->set_stock_quantity( $number );
	$product->save();
}
WC_Post_Data::do_deferred_product_sync();
return array( 'ms' => 1000 * ( microtime( true ) - $began ), 'queries' => $wpdb->num_queries - $queries );
