<?php
/** Caches the answers to GET requests, as page caches for REST do. */

add_action( 'litespeed_control_set_nocache', static function ( $reason ) {
	update_option( 'litespeed_told', $reason, false );
} );
add_action( 'shutdown', static function () {
	if ( str_contains( $_SERVER['REQUEST_URI'] ?? '', '/tick/' ) ) {
		update_option( 'cache_may_keep', ! ( defined( 'DONOTCACHEPAGE' ) && DONOTCACHEPAGE ), false );
	}
} );
