<?php
/** Records every stock or product hook that fires. */

foreach ( array(
	'woocommerce_product_set_stock', 'woocommerce_variation_set_stock',
	'woocommerce_product_before_set_stock', 'woocommerce_variation_before_set_stock',
	'woocommerce_product_set_stock_status', 'woocommerce_variation_set_stock_status',
	'woocommerce_updated_product_stock', 'woocommerce_update_product', 'woocommerce_update_product_variation',
	'woocommerce_before_product_object_save', 'woocommerce_delete_product_transients',
	'woocommerce_low_stock', 'woocommerce_no_stock', 'save_post', 'clean_post_cache',
) as $hook ) {
	add_action( $hook, static function () use ( $hook ) {
		if ( get_option( 'test_on' ) ) {
			file_put_contents( WP_CONTENT_DIR . '/touched-hooks.log', "$hook\n", FILE_APPEND );
		}
	} );
}
