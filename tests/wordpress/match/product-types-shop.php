<?php
/** Makes for each type a product that keeps a number, one that does not, and one without SKU. */

assert( isset( $types ) );
$ids  = array();
$make = static function ( string $name, string $type, string $sku, bool $managed, int $parent = 0 ) use ( &$ids ): int {
	$product = $parent > 0 ? new WC_Product_Variation() : new WC_Product_Simple();
	$product->set_props( array( 'name' => $name, 'sku' => $sku, 'regular_price' => '1', 'manage_stock' => $managed, 'parent_id' => $parent ) );
	if ( $managed ) {
		$product->set_stock_quantity( 1 );
	}
	$ids[ $name ] = $product->save();
	if ( 0 === $parent ) {
		wp_set_object_terms( $ids[ $name ], $type, 'product_type' );
		clean_post_cache( $ids[ $name ] );
	}
	return $ids[ $name ];
};
foreach ( $types as $type ) {
	$make( "$type-own", $type, "$type-own", true );
	$make( "$type-off", $type, "$type-off", false );
	$make( "$type-bare", $type, '', false );
}
$make( 'part', 'variation', 'part', false, $ids['variable-subscription-bare'] );
return $ids;
