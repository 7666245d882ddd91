<?php
/** Ends the process that works on a run, before one of its writing statements. A file says which one, and takes it down. */

add_filter( 'query', static function ( $statement ) {
	static $seen = 0;
	$file = WP_CONTENT_DIR . '/death.json';
	if ( 1 !== preg_match( '~/wake-up/|/runs/\d+/step~', (string) ( $_SERVER['REQUEST_URI'] ?? '' ) ) || ! is_file( $file )
		|| 1 !== preg_match( '/^\s*(INSERT|UPDATE|DELETE|REPLACE|COMMIT)\b/i', $statement ) ) {
		return $statement;
	}
	$death = json_decode( (string) file_get_contents( $file ), true );
	if ( ++$seen !== $death['at'] || isset( $death['before'] ) ) {
		return $statement;
	}
	file_put_contents( $file, json_encode( array( 'before' => $statement ) + $death ) );
	// As a limit of memory or time does: neither an exception nor the work at the end of a request.
	remove_all_actions( 'shutdown' );
	exit;
} );
