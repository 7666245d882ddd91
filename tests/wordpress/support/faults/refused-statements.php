<?php
/** Replaces the statements that a file names with broken ones. */

assert( isset( $rule_file ) );
add_filter( 'query', static function ( $statement ) use ( $rule_file ) {
	$file = ABSPATH . $rule_file;
	$rule = is_file( $file ) ? json_decode( (string) file_get_contents( $file ), true ) : null;
	if ( is_array( $rule ) && $rule['times'] > 0 && 1 === preg_match( $rule['pattern'], $statement ) ) {
		$rule['times']--;
		file_put_contents( $file, json_encode( $rule ) );
		return $rule['instead'];
	}
	return $statement;
} );
