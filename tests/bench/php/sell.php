<?php
/** `?sell=SKU`: an order of one piece, as any visitor may place it. */

add_action( 'wp_loaded', static function (): void {
	if ( ! isset( $_GET['sell'] ) ) {
		return;
	}
	$order = wc_create_order();
	$order->add_product( wc_get_product( wc_get_product_id_by_sku( sanitize_text_field( wp_unslash( $_GET['sell'] ) ) ) ) );
	$order->set_status( 'processing' );
	$order->save();
	// When the stock was lowered, unix milliseconds: a server under load lets the request itself wait.
	wp_send_json( (int) ( microtime( true ) * 1000 ) );
} );
