<?php
/** Makes a product and returns the addresses of some pages. */

$product = new WC_Product_Simple();
$product->set_name( 'Cap' );
$product->set_sku( 'CAP' );
$product->set_regular_price( '10' );
$product->set_manage_stock( true );
$product->set_stock_quantity( 5 );
$product->set_status( 'publish' );
$id = $product->save();
return array( home_url( '/' ), get_permalink( $id ), get_post_type_archive_link( 'product' ) );
