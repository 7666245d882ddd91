<?php
/** Ends the process of a run's step at one of its moments: before a writing statement, before or after a request to KeyCRM. A file says at which. */

$keycrm_test_moment = static function ( string $what ): void {
	static $seen = 0;
	$file = WP_CONTENT_DIR . '/death.json';
	if ( 1 !== preg_match( '#/runs/\d+/step#', (string) ( $_SERVER['REQUEST_URI'] ?? '' ) ) || ! is_file( $file ) ) {
		return;
	}
	$death = json_decode( (string) file_get_contents( $file ), true );
	if ( ++$seen !== $death['at'] || isset( $death['before'] ) ) {
		return;
	}
	file_put_contents( $file, json_encode( array( 'before' => $what ) + $death ) );
	// As a limit of memory or time does: neither an exception nor the work at the end of a request.
	remove_all_actions( 'shutdown' );
	exit;
};

add_filter( 'query', static function ( $statement ) use ( $keycrm_test_moment ) {
	if ( 1 === preg_match( '/^\s*(INSERT|UPDATE|DELETE|REPLACE|COMMIT)\b/i', $statement ) ) {
		$keycrm_test_moment( substr( trim( $statement ), 0, 60 ) );
	}
	return $statement;
} );
add_filter( 'pre_http_request', static function ( $answer, $args, $url ) use ( $keycrm_test_moment ) {
	$keycrm_test_moment( "before {$args['method']} $url" );
	return $answer;
}, 10, 3 );
add_action( 'http_api_debug', static function ( $response, $context, $transport, $args, $url ) use ( $keycrm_test_moment ): void {
	$keycrm_test_moment( "after {$args['method']} $url" );
}, 10, 5 );
