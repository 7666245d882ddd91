<?php
/** Turns the site into a network. */

assert( isset( $host ) );
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
global $wpdb;
foreach ( $wpdb->tables( 'ms_global' ) as $table => $prefixed ) {
	$wpdb->$table = $prefixed;
}
install_network();
$result = populate_network( 1, $host, 'a@example.com', 'Network', '/', false );
return is_wp_error( $result ) ? $result->get_error_code() : true;
