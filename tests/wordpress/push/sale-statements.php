<?php
/** `?sell=SKU,SKU`: an order of them, as any visitor may place it. Notes the statements of ours when all work of the request is done. */

add_action( 'wp_loaded', static function (): void {
	if ( ! isset( $_GET['sell'] ) ) {
		return;
	}
	global $wpdb;
	register_shutdown_function( static function () use ( $wpdb ): void {
		$ours = preg_grep( '/keycrm_stock/', array_column( $wpdb->queries, 0 ) );
		file_put_contents( WP_CONTENT_DIR . '/sale-statements.json', (string) wp_json_encode( array_values( $ours ) ) );
	} );
	$order = wc_create_order();
	foreach ( explode( ',', sanitize_text_field( wp_unslash( $_GET['sell'] ) ) ) as $sku ) {
		$order->add_product( wc_get_product( wc_get_product_id_by_sku( $sku ) ) );
	}
	$order->set_status( 'processing' );
	$order->save();
	wp_send_json( $order->get_id() );
} );
