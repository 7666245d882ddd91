<?php
/** Records which of WooCommerce's actions fired for which product. */

assert( isset( $hooks ) );
$GLOBALS['recorded_hooks'] = null;
foreach ( $hooks as $hook ) {
	add_action( $hook, static function ( $first, $second = null ) use ( $hook ) {
		if ( is_array( $GLOBALS['recorded_hooks'] ) ) {
			$id = is_object( $first ) ? $first->get_id() : (int) $first;
			$GLOBALS['recorded_hooks'][] = array( $id, 'woocommerce_product_object_updated_props' === $hook ? $hook . ' ' . implode( ',', $second ) : $hook );
		}
	}, 10, 2 );
}
// Runs after WooCommerce has synced the queued parents.
add_action( 'shutdown', static function () {
	if ( is_array( $GLOBALS['recorded_hooks'] ) ) {
		update_option( 'test_recorded_hooks', $GLOBALS['recorded_hooks'], false );
	}
}, 1000 );
