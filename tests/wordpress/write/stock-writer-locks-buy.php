<?php
/** Buys one piece of a product after another, mostly without WooCommerce's slow save. */

assert( isset( $ids, $seconds ) );
$sold  = array();
$count = 0;
$until = microtime( true ) + $seconds;
while ( microtime( true ) < $until ) {
	$id = $ids[ array_rand( $ids ) ];
	wc_update_product_stock( $id, 1, 'decrease', 0 !== ++$count % 8 );
	$sold[ "n$id" ] = ( $sold[ "n$id" ] ?? 0 ) + 1;
}
return $sold;
