<?php
/**
 * For `php -S`: serves existing files, and sends every other request to index.php.
 */

// PHP's own server does not run auto_prepend_file before a router.
require_once __DIR__ . '/prepend.php';

$test_path = (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
$test_file = ABSPATH . ltrim( rawurldecode( $test_path ), '/' );
if ( is_dir( $test_file ) ) {
	$test_path = rtrim( $test_path, '/' ) . '/index.php';
	$test_file = rtrim( $test_file, '/' ) . '/index.php';
}
if ( is_file( $test_file ) && ! str_ends_with( $test_file, '.php' ) ) {
	return false;
}
if ( ! is_file( $test_file ) ) {
	$test_path = '/index.php';
	$test_file = ABSPATH . 'index.php';
}
$_SERVER['SCRIPT_NAME']     = $test_path;
$_SERVER['PHP_SELF']        = $test_path;
$_SERVER['SCRIPT_FILENAME'] = $test_file;
chdir( dirname( $test_file ) );
require $test_file;
