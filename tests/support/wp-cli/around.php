<?php
/**
 * Loaded into WP-CLI before the shop.
 */

/** WooCommerce ends the process of a WP-CLI that lacks the package with this class; its command is of no use here. */
class Plugin_Command extends WP_CLI_Command {}

if ( getenv( 'TEST_PEAK' ) ) {
	register_shutdown_function( static fn () => fwrite( STDERR, "\npeak " . memory_get_peak_usage() . "\n" ) );
}
