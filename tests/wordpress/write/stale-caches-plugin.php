<?php
/** Keeps meta in its own cache, as some plugins do. */

add_filter( 'update_post_metadata_cache', static function ( $answer, $ids ) {
	global $wpdb;
	foreach ( $ids as $id ) {
		$meta = array();
		foreach ( $wpdb->get_results( "SELECT meta_key, meta_value FROM $wpdb->postmeta WHERE post_id = " . (int) $id . ' ORDER BY meta_id' ) as $row ) {
			$meta[ $row->meta_key ][] = $row->meta_value;
		}
		wp_cache_set( $id, $meta, 'post_meta' );
	}
	return true;
}, 10, 2 );
