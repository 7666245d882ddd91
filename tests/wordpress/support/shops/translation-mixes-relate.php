<?php
/** Makes translation sets of products. */

assert( isset( $sets ) );
global $wpdb;
$wpdb->query( "CREATE TABLE IF NOT EXISTS {$wpdb->prefix}icl_translations ( translation_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, element_type VARCHAR(60), element_id BIGINT NULL, trid BIGINT, language_code VARCHAR(7) )" );
$wpdb->query( "DELETE FROM {$wpdb->prefix}icl_translations" );
foreach ( $sets as $trid => $set ) {
	$term = wp_insert_term( 'pll_' . wp_generate_uuid4(), 'post_translations' );
	foreach ( $set as $member ) {
		$id = $member['id'];
		$wpdb->insert( "{$wpdb->prefix}icl_translations", array( 'element_type' => in_array( 'parent', array_column( $set, 'keeps' ), true ) ? 'post_product_variation' : 'post_product', 'element_id' => $id, 'trid' => $trid, 'language_code' => 'uk' ) );
		$wpdb->insert( $wpdb->term_relationships, array( 'object_id' => $id, 'term_taxonomy_id' => $term['term_taxonomy_id'] ) );
		if ( $member['isExcluded'] ) {
			add_post_meta( $id, '_keycrm_stock_exclude', 'yes' );
		}
		if ( 'deleted' === $member['status'] ) {
			$wpdb->delete( $wpdb->posts, array( 'ID' => $id ) );
		} else {
			$wpdb->update( $wpdb->posts, array( 'post_status' => $member['status'] ), array( 'ID' => $id ) );
		}
	}
}
wp_cache_flush();
return true;
