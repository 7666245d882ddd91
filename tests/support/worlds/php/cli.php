<?php
/**
 * A PHP process in a test shop. It reads code from standard input; the answer is the last line of its output.
 */

$_SERVER['HTTP_HOST']   = getenv( 'TEST_HOST' );
$_SERVER['REQUEST_URI'] = '/';
require ABSPATH . 'wp-load.php';
$test_result = test_bridge_run( (string) stream_get_contents( STDIN ) );
echo "\n", test_bridge_encode( $test_result ), "\n";
