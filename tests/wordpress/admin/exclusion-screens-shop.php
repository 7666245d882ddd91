<?php
/** Makes a simple product, a variable product with a variation, and a category. */

$simple = static function ( string $name ): int {
	$product = new WC_Product_Simple();
	$product->set_props( array( 'name' => $name, 'sku' => $name, 'regular_price' => '1', 'manage_stock' => true, 'stock_quantity' => 5 ) );
	return $product->save();
};
$shirt = new WC_Product_Variable();
$shirt->set_props( array( 'name' => 'Shirt', 'sku' => 'SHIRT' ) );
$shirt->save();
$small = new WC_Product_Variation();
$small->set_props( array( 'parent_id' => $shirt->get_id(), 'regular_price' => '1', 'sku' => 'SHIRT-S', 'manage_stock' => true, 'stock_quantity' => 5 ) );
return array( $simple( 'CAP' ), $shirt->get_id(), $small->save(), wp_insert_term( 'Gifts', 'product_cat' )['term_id'] );
