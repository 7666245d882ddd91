<?php
/** Notes each statement of the plugin that writes a stock quantity of the shop, while the shop leads. */

add_filter( 'query', static function ( $statement ) {
	// The options are asked last, because that may be a statement too.
	if ( 1 !== preg_match( '/^\s*(INSERT|UPDATE|DELETE|REPLACE)\b.*(_stock\b|wc_product_meta_lookup)/is', $statement )
		|| str_contains( $statement, 'keycrm_stock_' )
		|| 'keycrm' !== ( wp_load_alloptions()['keycrm_stock_written_side'] ?? '' ) ) {
		return $statement;
	}
	// phpcs:ignore WordPress.PHP.DevelopmentFunctions.error_log_debug_backtrace
	foreach ( debug_backtrace( DEBUG_BACKTRACE_IGNORE_ARGS ) as $frame ) {
		if ( str_contains( $frame['file'] ?? '', 'stock-sync-for-keycrm/src/' ) || str_contains( $frame['class'] ?? '', 'KeyCrmStock\\' ) ) {
			file_put_contents( WP_CONTENT_DIR . '/own-stock-writes.log', $statement . "\n", FILE_APPEND );
			break;
		}
	}
	return $statement;
} );
