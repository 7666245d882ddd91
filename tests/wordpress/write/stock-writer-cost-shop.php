<?php
/** Makes forty simple products and forty variations. */

$ids  = array();
$size = new WC_Product_Attribute();
$size->set_name( 'size' );
$size->set_options( array( 's', 'm', 'l', 'xl' ) );
$size->set_variation( true );
for ( $i = 0; $i < 40; $i++ ) {
	$product = new WC_Product_Simple();
	$product->set_props( array( 'name' => "p$i", 'sku' => "p$i", 'regular_price' => '1', 'manage_stock' => true, 'stock_quantity' => 100 ) );
	$ids['simple'][] = $product->save();
}
for ( $i = 0; $i < 10; $i++ ) {
	$parent = new WC_Product_Variable();
	$parent->set_props( array( 'name' => "v$i", 'attributes' => array( $size ) ) );
	$parent->save();
	foreach ( array( 's', 'm', 'l', 'xl' ) as $option ) {
		$product = new WC_Product_Variation();
		$product->set_props( array( 'parent_id' => $parent->get_id(), 'attributes' => array( 'size' => $option ), 'sku' => "v$i-$option", 'regular_price' => '1', 'manage_stock' => true, 'stock_quantity' => 100 ) );
		$ids['variation'][] = $product->save();
	}
}
return $ids;
