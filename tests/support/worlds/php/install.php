<?php
/**
 * Installs WordPress into the empty database of a site made by tests/support; run once for each template.
 */

define( 'WP_INSTALLING', true );
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

header( 'Content-Type: application/json' );
wp_install( 'Test shop', 'admin', 'admin@example.com', false, '', 'password' );
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'timezone_string', 'Europe/Kyiv' );
// A site in use has finished WordPress's onboarding of new sites.
update_option( 'fresh_site', '0' );
echo '{"ok":true,"output":""}';
