<?php
/** Sells two pieces just before the writer locks its page. */

add_filter( 'query', static function ( $query ) {
	if ( 'START TRANSACTION' === $query && 0 < (int) get_option( 'late_sale' ) ) {
		$id = (int) get_option( 'late_sale' );
		delete_option( 'late_sale' );
		$order = wc_create_order();
		$order->add_product( wc_get_product( $id ), 2 );
		$order->save();
		wc_reduce_stock_levels( $order->get_id() );
	}
	return $query;
} );
