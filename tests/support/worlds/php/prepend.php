<?php
/**
 * Runs before every script of a test site: wp-admin and wp-includes are links to a WordPress elsewhere,
 * whose wp-load.php would take its own folder for the site.
 */

defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
