<?php
/** Makes products of every kind that matters to stock, and returns their ids by name. */

$ids = array();
$old = array( 'date_created' => '2026-01-02T03:04:05' );
$cat = wp_insert_term( 'Tea', 'product_cat' )['term_id'];
$simple = static function ( string $name, array $props ) use ( &$ids, $cat, $old ): void {
	$product = new WC_Product_Simple();
	$product->set_props( array( 'name' => $name, 'sku' => $name, 'regular_price' => '10', 'category_ids' => array( $cat ), 'manage_stock' => true, 'stock_quantity' => 10, ...$old, ...$props ) );
	$ids[ $name ] = $product->save();
};
$simple( 'plain', array() );
$simple( 'second', array( 'stock_quantity' => 3, 'sale_price' => '7' ) );
$simple( 'draft', array( 'status' => 'draft' ) );
$simple( 'private', array( 'status' => 'private' ) );
$simple( 'sold-out', array( 'stock_quantity' => 0 ) );
$simple( 'sells-out', array( 'stock_quantity' => 5 ) );
$simple( 'backorder', array( 'stock_quantity' => 4, 'backorders' => 'notify' ) );
$simple( 'backordered', array( 'stock_quantity' => -2, 'backorders' => 'yes' ) );
$simple( 'low', array( 'low_stock_amount' => 6, 'stock_quantity' => 9 ) );
$simple( 'equal', array( 'stock_quantity' => 8 ) );
$simple( 'unmanaged', array( 'manage_stock' => false ) );
$simple( 'downloadable', array( 'downloadable' => true, 'virtual' => true ) );
$simple( 'no-row', array() );
$simple( 'two-rows', array() );
$simple( 'odd-row', array() );
$simple( 'six-decimals', array() );
$external = new WC_Product_External();
$external->set_props( array( 'name' => 'external', 'sku' => 'external', 'regular_price' => '5', ...$old ) );
$ids['external'] = $external->save();

$attribute = new WC_Product_Attribute();
$attribute->set_name( 'size' );
$attribute->set_options( array( 's', 'm', 'l' ) );
if ( taxonomy_exists( 'pa_size' ) ) {
	$attribute->set_id( wc_attribute_taxonomy_id_by_name( 'pa_size' ) );
	$attribute->set_name( 'pa_size' );
	$attribute->set_options( array_map( static fn ( string $size ): int => wp_insert_term( $size, 'pa_size' )['term_id'], array( 's', 'm', 'l' ) ) );
}
$attribute->set_visible( true );
$attribute->set_variation( true );
$variable = static function ( string $name, array $props, array $sizes ) use ( &$ids, $old, $attribute ): void {
	$product = new WC_Product_Variable();
	$product->set_props( array( 'name' => $name, 'attributes' => array( $attribute ), ...$old, ...$props ) );
	$ids[ $name ] = $product->save();
	foreach ( $sizes as $size => $own ) {
		$variation = new WC_Product_Variation();
		$variation->set_props( array( 'parent_id' => $ids[ $name ], 'attributes' => array( $attribute->get_name() => $size ), 'sku' => "$name-$size", 'regular_price' => '20', 'manage_stock' => null !== $own, ...$old, ...( null === $own ? array() : array( 'stock_quantity' => $own ) ) ) );
		$ids[ "$name-$size" ] = $variation->save();
	}
};
$variable( 'shirt', array(), array( 's' => 10, 'm' => 11, 'l' => 12 ) );
$variable( 'coat', array(), array( 's' => 2, 'm' => 0 ) );
$variable( 'hat', array(), array( 's' => 0, 'm' => 0 ) );
$variable( 'shared', array( 'sku' => 'shared', 'manage_stock' => true, 'stock_quantity' => 30 ), array( 's' => null, 'm' => 7 ) );
WC_Post_Data::do_deferred_product_sync();
// The first save leaves something out (images of variations), so a second one makes sure that a third changes
// nothing.
foreach ( $ids as $id ) {
	wc_get_product( $id )->save();
}
WC_Post_Data::do_deferred_product_sync();

delete_post_meta( $ids['no-row'], '_stock' );
add_post_meta( $ids['two-rows'], '_stock', '3' );
update_post_meta( $ids['odd-row'], '_stock', 'many' );
update_post_meta( $ids['six-decimals'], '_stock', '10.000000' );
foreach ( $ids as $id ) {
	foreach ( array( 'wc_related_', 'wc_var_prices_', 'wc_product_children_', 'wc_child_has_weight_' ) as $transient ) {
		set_transient( $transient . $id, array( 'stale' ), DAY_IN_SECONDS );
	}
}
foreach ( array( 'wc_products_onsale', 'wc_featured_products', 'wc_outofstock_count', 'wc_low_stock_count', 'wc_layered_nav_counts_product_brand', 'wc_layered_nav_counts_pa_size' ) as $transient ) {
	set_transient( $transient, array( 'stale' ), DAY_IN_SECONDS );
}
return $ids;
