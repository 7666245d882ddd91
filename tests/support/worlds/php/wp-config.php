<?php
/**
 * Configuration of a test site; constants.php beside it is written for each shop and takes precedence.
 */

require __DIR__ . '/constants.php';

$table_prefix = 'wp_';
$test_host    = 'http://' . ( $_SERVER['HTTP_HOST'] ?? 'localhost' );

$test_constants = array(
	'WP_HOME'                    => $test_host,
	'WP_SITEURL'                 => $test_host,
	'DB_USER'                    => 'root',
	'DB_PASSWORD'                => '',
	'DB_CHARSET'                 => 'utf8mb4',
	'DB_COLLATE'                 => '',
	'AUTH_KEY'                   => 'test auth key',
	'SECURE_AUTH_KEY'            => 'test secure auth key',
	'LOGGED_IN_KEY'              => 'test logged in key',
	'NONCE_KEY'                  => 'test nonce key',
	'AUTH_SALT'                  => 'test auth salt',
	'SECURE_AUTH_SALT'           => 'test secure auth salt',
	'LOGGED_IN_SALT'             => 'test logged in salt',
	'NONCE_SALT'                 => 'test nonce salt',
	'WP_ENVIRONMENT_TYPE'        => 'local',
	'WP_DEBUG'                   => true,
	'WP_DEBUG_DISPLAY'           => false,
	'WP_DEBUG_LOG'               => __DIR__ . '/wp-content/debug.log',
	'DISABLE_WP_CRON'            => true,
	'AUTOMATIC_UPDATER_DISABLED' => true,
	'FS_METHOD'                  => 'direct',
);
foreach ( $test_constants as $test_name => $test_value ) {
	defined( $test_name ) || define( $test_name, $test_value );
}

require_once ABSPATH . 'wp-settings.php';
