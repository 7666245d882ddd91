<?php
/**
 * Second half of a template, run through the bridge in a booted WordPress: WooCommerce and the users.
 */

require_once ABSPATH . 'wp-admin/includes/plugin.php';
$failed = activate_plugin( 'woocommerce/woocommerce.php' );
if ( is_wp_error( $failed ) ) {
	throw new RuntimeException( $failed->get_error_message() );
}
foreach ( array( 'customer', 'subscriber', 'editor', 'shop_manager' ) as $role ) {
	wp_insert_user(
		array(
			'user_login' => $role,
			'user_pass'  => 'password',
			'user_email' => "$role@example.com",
			'role'       => $role,
		)
	);
}
return true;
