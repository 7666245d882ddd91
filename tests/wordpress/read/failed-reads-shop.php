<?php
/** Makes a translation set, an excluded category, and a category with a buffer. */

assert( isset( $ids ) );
$set = wp_insert_term( 'pll_mug', 'post_translations' )['term_id'];
wp_set_object_terms( $ids['mug'], array( $set ), 'post_translations' );
wp_set_object_terms( $ids['russian'], array( $set ), 'post_translations' );
$gifts = wp_insert_term( 'Gifts', 'product_cat' )['term_id'];
wp_set_object_terms( $ids['gift'], array( $gifts ), 'product_cat' );
update_term_meta( $gifts, '_keycrm_stock_exclude', 'yes' );
$few = wp_insert_term( 'Few', 'product_cat' )['term_id'];
wp_set_object_terms( $ids['kept'], array( $few ), 'product_cat' );
update_term_meta( $few, '_keycrm_stock_buffer', '5' );
return true;
