<?php
/** Returns the cost of a REST request in its headers. */

add_filter( 'rest_post_dispatch', static function ( $answer ) {
	global $wpdb;
	$texts = array_map( static fn ( $query ) => substr( $query[0], 0, 160 ), $wpdb->queries );
	$answer->header( 'X-Statements', (string) count( $texts ) );
	$answer->header( 'X-Ours', (string) wp_json_encode( array_values( preg_grep( '/keycrm_stock/', array_slice( $texts, -40 ) ) ) ) );
	return $answer;
} );
