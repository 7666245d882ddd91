<?php
/** Puts products into categories and subcategories, and two mugs into a translation set. */

assert( isset( $ids ) );
$clothes = wp_insert_term( 'Clothes', 'product_cat' )['term_id'];
$shirts  = wp_insert_term( 'Shirts', 'product_cat', array( 'parent' => $clothes ) )['term_id'];
$gifts   = wp_insert_term( 'Gifts', 'product_cat' )['term_id'];
wp_set_object_terms( $ids['shirt'], array( $shirts ), 'product_cat' );
wp_set_object_terms( $ids['cap'], array( $clothes, $gifts ), 'product_cat' );
wp_set_object_terms( $ids['mug_ru'], array( $gifts ), 'product_cat' );
$set     = wp_insert_term( 'pll_mug', 'post_translations' )['term_id'];
foreach ( array( $ids['mug'], $ids['mug_ru'] ) as $mug ) {
	wp_set_object_terms( $mug, array( $set ), 'post_translations' );
}
return array( $clothes, $gifts );
