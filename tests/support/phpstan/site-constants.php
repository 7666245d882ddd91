<?php
/**
 * For PHPStan only: constants of a WordPress that has started.
 */

foreach ( array( 'ABSPATH', 'ARRAY_A', 'DB_HOST', 'DB_NAME', 'DB_PASSWORD', 'DB_USER', 'WP_CONTENT_DIR', 'WP_PLUGIN_DIR' ) as $name ) {
	defined( $name ) || define( $name, '' );
}
