<?php
/** Records e-mails, and sends one on every change of a number. */

add_filter( 'pre_wp_mail', static function ( $sent, array $mail ) {
	update_option( 'test_mails', array( ...get_option( 'test_mails', array() ), $mail['subject'] ) );
	return true;
}, 10, 2 );
add_action( 'woocommerce_product_set_stock', static function ( WC_Product $product ) {
	do_action( $product->get_stock_quantity() > 0 ? 'woocommerce_low_stock' : 'woocommerce_no_stock', $product );
} );
if ( get_option( 'mail_later' ) ) {
	add_filter( 'woocommerce_defer_transactional_emails', '__return_true' );
}
