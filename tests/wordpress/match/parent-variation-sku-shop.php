<?php
/** Makes variable products that have a variation's SKU. */

$ids  = array();
$make = static function ( string $name, string $sku, bool $managed, int $parent = 0 ) use ( &$ids ): void {
	$product = $parent > 0 ? new WC_Product_Variation() : new WC_Product_Variable();
	$product->set_props( array( 'name' => $name, 'regular_price' => '1', 'manage_stock' => $managed, 'parent_id' => $parent ) );
	if ( $managed ) {
		$product->set_stock_quantity( 1 );
	}
	$ids[ $name ] = $product->save();
	update_post_meta( $ids[ $name ], '_sku', $sku );
};
$pair = static function ( string $name, bool $parent, bool ...$variations ) use ( &$ids, $make ): void {
	$make( $name, $name, $parent );
	foreach ( $variations as $place => $managed ) {
		$make( "$name-$place", 0 === $place ? " $name" : $name, $managed, $ids[ $name ] );
	}
};
$pair( 'variation-holds', false, true );
$pair( 'parent-holds', true, false );
$pair( 'both-hold', true, true );
$pair( 'none-holds', false, false );
$pair( 'two-variations', false, true, true );
$pair( 'all-share', true, false, false );
$pair( 'variation-gone', false, true );
wp_trash_post( $ids['variation-gone-0'] );
return $ids;
