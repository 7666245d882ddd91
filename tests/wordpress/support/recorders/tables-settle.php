<?php
/** Runs WooCommerce's queue until its update of the attributes is done. */

for ( $i = 0; $i < 50; $i++ ) {
	ActionScheduler::runner()->run();
	if ( ! as_has_scheduled_action( 'woocommerce_run_product_attribute_lookup_update_callback' ) ) {
		return true;
	}
	usleep( 200000 );
}
throw new RuntimeException( 'The queue does not end.' );
