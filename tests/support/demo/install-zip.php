<?php
/** Installs a zip through WordPress's own installer. */

assert( isset( $zip ) );
wp_set_current_user( 1 );
require_once ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
$skin      = new Automatic_Upgrader_Skin();
$installed = ( new Plugin_Upgrader( $skin ) )->install( ABSPATH . $zip );
if ( true !== $installed ) {
	throw new RuntimeException( is_wp_error( $installed ) ? $installed->get_error_message() : implode( ' ', $skin->get_upgrade_messages() ) );
}
return $skin->get_upgrade_messages();
