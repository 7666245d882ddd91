<?php
/** Saves the settings in the database just before a statement, as another process does. */

add_action( 'init', static function () {
	$GLOBALS['test_plan'] = (array) get_option( 'test_save_before', array() );
} );
add_filter( 'query', static function ( $query ) {
	static $left = null;
	global $wpdb;
	$plan = $GLOBALS['test_plan'] ?? array();
	if ( array() !== $plan && 0 !== $left && 1 === preg_match( $plan['pattern'], $query ) ) {
		$left = ( $left ?? $plan['times'] ) - 1;
		if ( 0 === $left ) {
			$row = unserialize( $wpdb->get_var( "SELECT option_value FROM {$wpdb->options} WHERE option_name = 'keycrm_stock_settings'" ) );
			$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->options} SET option_value = %s WHERE option_name = 'keycrm_stock_settings'", serialize( array( 'buffer' => 1000 ) + $row ) ) );
			$wpdb->query( "DELETE FROM {$wpdb->options} WHERE option_name = 'test_save_before'" );
			$plan['forgets'] && wp_cache_flush();
		}
	}
	return $query;
} );
