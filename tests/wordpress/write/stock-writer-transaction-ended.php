<?php
/** Lets a callback end our transaction, once; `$notes` counts the transactions. */

$notes = 0;
add_action( 'woocommerce_product_before_set_stock', static function () {
	static $done = false;
	if ( ! $done ) {
		$done = true;
		$GLOBALS['wpdb']->query( 'COMMIT' );
	}
} );
add_filter( 'query', static function ( $sql ) use ( &$notes ) {
	$notes += 'START TRANSACTION' === $sql ? 1 : 0;
	return $sql;
} );
