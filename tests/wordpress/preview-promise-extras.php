<?php
/** Gives products the extras of a case: an exclusion, a buffer, an order. */

assert( isset( $extras ) );
foreach ( $extras as $extra ) {
	if ( $extra['left_alone'] ) {
		update_post_meta( $extra['id'], '_keycrm_stock_exclude', 'yes' );
	}
	if ( '' !== $extra['buffer'] ) {
		update_post_meta( $extra['id'], '_keycrm_stock_buffer', $extra['buffer'] );
	}
	if ( $extra['ordered'] > 0 ) {
		$order = wc_create_order();
		$order->add_product( wc_get_product( $extra['id'] ), $extra['ordered'] );
		$order->update_status( 'processing' );
	}
}
return wp_cache_flush();
