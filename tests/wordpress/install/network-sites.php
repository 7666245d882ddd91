<?php
/** Activates the plugins for the network and adds two sites. */

assert( isset( $host ) );
require_once ABSPATH . 'wp-admin/includes/plugin.php';
foreach ( array( 'woocommerce/woocommerce.php', 'stock-sync-for-keycrm/stock-sync-for-keycrm.php' ) as $plugin ) {
	$failed = activate_plugin( $plugin, '', true );
	if ( is_wp_error( $failed ) ) {
		throw new RuntimeException( $failed->get_error_message() );
	}
}
foreach ( array( '/two/', '/three/' ) as $path ) {
	$site = wpmu_create_blog( $host, $path, 'Shop', 1 );
	if ( is_wp_error( $site ) ) {
		throw new RuntimeException( $site->get_error_message() );
	}
}
return true;
