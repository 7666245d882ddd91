<?php
/** `$inside` records for each hook whether its callbacks are called within our transaction. */

$inside = array();
foreach ( array( 'woocommerce_updated_product_stock', 'woocommerce_product_set_stock', 'woocommerce_update_product', 'woocommerce_after_product_object_save' ) as $hook ) {
	add_action( $hook, static function () use ( &$inside, $hook ) {
		global $wpdb;
		$shown           = $wpdb->suppress_errors( true );
		$inside[ $hook ] = false !== $wpdb->query( 'RELEASE SAVEPOINT keycrm_stock' );
		$wpdb->suppress_errors( $shown );
	} );
}
