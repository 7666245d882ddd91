<?php
/** While one worker waits for an answer, lets another one complete the run. */

add_filter( 'http_response', static function ( $response, $arguments, $url ) {
	global $wpdb;
	$part = (string) get_option( 'test_meanwhile', '' );
	if ( '' === $part || ! str_contains( $url, $part ) ) {
		return $response;
	}
	update_option( 'test_meanwhile', '' );
	$wpdb->query( "UPDATE {$wpdb->prefix}keycrm_stock_runs SET lease_until = 1 WHERE active = 1" );
	$id = (int) $wpdb->get_var( "SELECT id FROM {$wpdb->prefix}keycrm_stock_runs WHERE active = 1" );
	for ( $steps = 0; $steps < 50; $steps++ ) {
		$run = rest_do_request( new WP_REST_Request( 'POST', "/keycrm-stock/v1/runs/$id/step" ) )->get_data();
		if ( ! in_array( $run['status'], array( 'running', 'waiting' ), true ) ) {
			return $response;
		}
	}
	throw new RuntimeException( 'The other worker does not come to an end.' );
}, 10, 3 );
