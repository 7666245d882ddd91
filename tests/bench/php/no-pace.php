<?php
/** Forgets KeyCRM's pace after each answer, over a connection of its own. */

add_filter( 'http_response', static function ( $response ) {
	static $link = null;
	if ( null === $link ) {
		$link = mysqli_init();
		[ , $socket ] = explode( ':', DB_HOST );
		$link->real_connect( 'localhost', DB_USER, DB_PASSWORD, DB_NAME, 0, $socket );
	}
	$link->query( "DELETE FROM wp_options WHERE option_name = 'keycrm_stock_pace'" );
	return $response;
} );
