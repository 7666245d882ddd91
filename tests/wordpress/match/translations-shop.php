<?php
/** Makes two translated products between two without translations. */

global $wpdb;
$ids = array();
foreach ( array( 'first', 'mug-uk', 'mug-ru', 'cup-uk', 'cup-ru', 'last' ) as $name ) {
	$product = new WC_Product_Simple();
	$product->set_props( array( 'name' => $name, 'manage_stock' => true, 'stock_quantity' => 5 ) );
	$ids[ $name ] = $product->save();
	update_post_meta( $ids[ $name ], '_sku', strtok( $name, '-' ) ); // WooCommerce alone would refuse the second product with the same SKU.
}
$wpdb->query( "CREATE TABLE {$wpdb->prefix}icl_translations ( translation_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, element_type VARCHAR(60), element_id BIGINT NULL, trid BIGINT, language_code VARCHAR(7) )" );
$sets = array();
foreach ( array( 'mug', 'cup' ) as $trid => $set ) {
	$term = wp_insert_term( "pll_$set", 'post_translations' );
	foreach ( array( 'uk', 'ru' ) as $language ) {
		$wpdb->insert( "{$wpdb->prefix}icl_translations", array( 'element_type' => 'post_product', 'element_id' => $ids[ "$set-$language" ], 'trid' => $trid, 'language_code' => $language ) );
		wp_set_object_terms( $ids[ "$set-$language" ], array( $term['term_id'] ), 'post_translations' );
	}
	$wpdb->insert( "{$wpdb->prefix}icl_translations", array( 'element_type' => 'post_product', 'element_id' => null, 'trid' => $trid, 'language_code' => 'en' ) );
	$sets[ $ids[ "$set-uk" ] ] = array( $ids[ "$set-ru" ] );
	$sets[ $ids[ "$set-ru" ] ] = array( $ids[ "$set-uk" ] );
}
update_option( 'fake_sets', $sets );
return $ids;
