<?php
/** Makes a product and gives the address of its page. */

$product = new WC_Product_Simple();
$product->set_name( 'Cap' );
$product->set_regular_price( '10' );
$product->set_manage_stock( true );
$product->set_stock_quantity( 5 );
$product->set_status( 'publish' );
$url = wp_parse_url( get_permalink( $product->save() ) );
return $url['path'] . '?' . ( isset( $url['query'] ) ? $url['query'] . '&' : '' ) . 'stopwatch=1';
