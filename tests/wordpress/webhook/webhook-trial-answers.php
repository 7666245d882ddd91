<?php
/** Gives the shop a public name, and answers the test call as an option says. */

add_filter( 'rest_url', static fn ( $url ) => get_option( 'public_url' ) ? str_replace( home_url(), get_option( 'public_url' ), $url ) : $url );
add_filter( 'pre_http_request', static function ( $answer, $args, $url ) {
	$given = get_option( 'trial_answer' );
	if ( ! is_array( $given ) || ! str_contains( $url, '/webhook/' ) ) {
		return $answer;
	}
	update_option( 'trial_request', array( 'url' => $url ) + $args, false );
	return isset( $given['error'] ) ? new WP_Error( $given['code'] ?? 'http_request_failed', $given['error'] ) : array(
		'response' => array( 'code' => $given['status'], 'message' => '' ),
		'body'     => $given['body'] ?? '',
		'headers'  => new WpOrg\Requests\Utility\CaseInsensitiveDictionary( $given['headers'] ?? array() ),
		'cookies'  => array(),
	);
}, PHP_INT_MAX, 3 );
