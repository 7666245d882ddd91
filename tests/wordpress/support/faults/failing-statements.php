<?php
/** Makes one statement fail, whose number is in a file. */

add_filter( 'query', static function ( $sql ) {
	$file  = WP_CONTENT_DIR . '/failing.json';
	$state = is_file( $file ) ? json_decode( (string) file_get_contents( $file ), true ) : null;
	if ( null === $state || array() === array_intersect( $state['by'], array_column( debug_backtrace( DEBUG_BACKTRACE_IGNORE_ARGS ), 'class' ) ) ) {
		return $sql;
	}
	$state['sent'][] = $sql;
	file_put_contents( $file, json_encode( $state ) );
	if ( count( $state['sent'] ) !== $state['turn'] ) {
		return $sql;
	}
	$GLOBALS['wpdb']->suppress_errors();
	return 'SELECT 1 FROM there_is_no_such_table';
} );
