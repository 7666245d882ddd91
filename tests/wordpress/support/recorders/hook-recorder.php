<?php
/** Records which of WooCommerce's actions fired for which product. */

assert( isset( $hooks ) );
$GLOBALS['hook_diary'] = null;
foreach ( $hooks as $hook ) {
	add_action( $hook, static function ( $first, $second = null ) use ( $hook ) {
		if ( is_array( $GLOBALS['hook_diary'] ) ) {
			$id = is_object( $first ) ? $first->get_id() : (int) $first;
			$GLOBALS['hook_diary'][] = array( $id, 'woocommerce_product_object_updated_props' === $hook ? $hook . ' ' . implode( ',', $second ) : $hook );
		}
	}, 10, 2 );
}
// Runs after WooCommerce has synced the queued parents.
add_action( 'shutdown', static function () {
	if ( is_array( $GLOBALS['hook_diary'] ) ) {
		update_option( 'witness_diary', $GLOBALS['hook_diary'], false );
	}
}, 1000 );
