<?php
/**
 * Counts the shop's calls to itself. While an option is set, the calls are dropped.
 *
 * @package KeyCrmStock
 */

add_filter( 'pre_http_request', static function ( $answer, $args, $url ) {
	if ( ! str_contains( $url, 'wake-up' ) ) {
		return $answer;
	}
	update_option( 'test_calls', (int) get_option( 'test_calls' ) + 1, false );
	return get_option( 'test_lost' ) ? array( 'response' => array( 'code' => 200 ), 'body' => '', 'headers' => array(), 'cookies' => array() ) : $answer;
}, 10, 3 );
