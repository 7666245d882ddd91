<?php
/** Adds a route that returns what the current user may do. */

add_action( 'rest_api_init', static function (): void {
	register_rest_route( 'who/v1', '/me', array(
		'callback'            => static fn() => array( current_user_can( 'manage_woocommerce' ), current_user_can( 'manage_options' ) ),
		'permission_callback' => '__return_true',
	) );
} );
