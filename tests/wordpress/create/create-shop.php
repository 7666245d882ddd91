<?php
/** Makes products that KeyCRM lacks, and some that cannot be made there; returns their ids by name. */

update_option( 'woocommerce_weight_unit', 'g' );
register_taxonomy( 'pa_colour', 'product' );
$white = wp_insert_term( 'Білий', 'pa_colour', array( 'slug' => 'bilyj' ) );
$dish  = wp_insert_term( 'Посуд', 'product_cat' );
$cups  = wp_insert_term( 'Чашки', 'product_cat', array( 'parent' => $dish['term_id'] ) );
$other = wp_insert_term( 'Подарунки', 'product_cat' );
$ids   = array();

$picture = static function ( string $name ): int {
	$id = wp_insert_attachment( array( 'post_title' => $name, 'post_mime_type' => 'image/jpeg' ) );
	update_post_meta( $id, '_wp_attached_file', "2026/$name.jpg" );
	return $id;
};
$simple  = static function ( string $name, string $sku, array $fields = array() ) use ( &$ids ): void {
	$product = new WC_Product_Simple();
	$product->set_props( $fields + array( 'name' => $name, 'regular_price' => '10', 'manage_stock' => true, 'stock_quantity' => 5 ) );
	$ids[ $sku ] = $product->save();
	update_post_meta( $ids[ $sku ], '_sku', $sku );
};
$varied  = static function ( string $name, string $sku, array $attributes, array $variations ) use ( &$ids ): void {
	$product = new WC_Product_Variable();
	$product->set_props( array( 'name' => $name, 'sku' => $sku, 'attributes' => $attributes ) );
	$ids[ $sku ] = $product->save();
	foreach ( $variations as $own => $values ) {
		$variation = new WC_Product_Variation();
		$variation->set_props( array( 'parent_id' => $ids[ $sku ], 'sku' => $own, 'regular_price' => '250.5', 'attributes' => $values, 'manage_stock' => true, 'stock_quantity' => 3 ) );
		$ids[ $own ] = $variation->save();
	}
	WC_Product_Variable::sync( $ids[ $sku ] );
};
$choice  = static function ( string $name, array $options, int $id = 0 ): WC_Product_Attribute {
	$attribute = new WC_Product_Attribute();
	$attribute->set_id( $id );
	$attribute->set_name( $name );
	$attribute->set_options( $options );
	$attribute->set_variation( true );
	return $attribute;
};

$colour = wc_attribute_taxonomy_id_by_name( 'colour' );
$sizes  = array( 'S', 'M', 'L' );
// WooCommerce's key of an attribute.
$size = sanitize_title( 'Розмір' );

$simple( 'Чашка «Ранок» &amp; блюдце', 'CUP', array( 'regular_price' => '120.5', 'sale_price' => '99', 'weight' => '250', 'global_unique_id' => '4820000000017', 'category_ids' => array( $other['term_id'], $cups['term_id'] ), 'image_id' => $picture( 'main' ), 'gallery_image_ids' => array_map( $picture, array( 'g1', 'g2', 'g3', 'g4', 'g5', 'g6', 'g7' ) ) ) );
$simple( 'Листівка', 'CARD', array( 'regular_price' => '', 'category_ids' => array( $other['term_id'] ) ) );
$varied( 'Сукня', 'DRESS', array( $choice( 'pa_colour', array( $white['term_id'] ), $colour ), $choice( 'Розмір', $sizes ) ), array( 'DRESS-S' => array( 'pa_colour' => 'bilyj', $size => 'S' ), 'DRESS-M' => array( 'pa_colour' => 'bilyj', $size => 'M' ), 'DRESS-L' => array( 'pa_colour' => 'bilyj', $size => 'L' ) ) );
$varied( 'Пальто', 'COAT', array( $choice( 'Розмір', $sizes ) ), array( 'COAT-S' => array( $size => 'S' ), 'COAT-M' => array( $size => 'M' ), 'COAT-L' => array( $size => 'L' ) ) );
$simple( 'Без артикула', '' );
$simple( 'Двійник 1', 'TWIN' );
$simple( 'Двійник 2', 'TWIN' );
$simple( 'Майже', 'near-1' );
$simple( 'З комою', 'A,B' );
$simple( 'В архіві', 'OLD' );
$simple( 'Плагін знає', 'HINT' );
update_post_meta( $ids['HINT'], '_keycrm_product_id', '1400' );
$simple( 'Не чіпати', 'MINE' );
$grouped = new WC_Product_Grouped();
$grouped->set_props( array( 'name' => 'Набір', 'sku' => 'SET' ) );
$ids['SET'] = $grouped->save();
delete_transient( 'wc_attribute_taxonomies' );
return $ids;
