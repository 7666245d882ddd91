<?php
/** Refuses texts that are too long, and records the longest statement. */

if ( get_option( 'test_strict' ) ) {
	$GLOBALS['wpdb']->query( "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'" );
}
add_action( 'woocommerce_product_before_set_stock', static function ( $product ): void {
	if ( get_option( 'test_refused' ) === $product->get_sku() ) {
		throw new Exception( base64_decode( get_option( 'test_message' ) ) );
	}
} );
add_filter( 'query', static function ( $statement ) {
	static $longest = 0;
	if ( strlen( $statement ) > $longest && str_contains( $statement, 'keycrm_stock_' ) ) {
		if ( 0 === $longest ) {
			register_shutdown_function( static function () use ( &$longest ): void {
				update_option( 'test_longest', max( $longest, (int) get_option( 'test_longest' ) ) );
			} );
		}
		$longest = strlen( $statement );
	}
	return $statement;
} );
