<?php
/**
 * Functions about refunds.
 */

declare(strict_types=1);

function wc_create_refund( $args = array() ) {
	$args  = array_merge( array( 'amount' => 0, 'reason' => null, 'order_id' => 0, 'refund_id' => 0, 'line_items' => array(), 'refund_payment' => false, 'restock_items' => false ), $args );
	$order = wc_get_order( $args['order_id'] );
	if ( ! $order ) {
		return new WP_Error( 'error', 'There is no such order.' );
	}
	$remaining = (float) $order->get_remaining_refund_amount();
	if ( $args['amount'] < 0 || $args['amount'] > $remaining ) {
		return new WP_Error( 'error', 'The order has no such amount left.' );
	}
	$refund = \WooStandIn\Orders\NewRefund::of( $order, $args );
	do_action( 'woocommerce_create_refund', $refund, $args );
	$refund->save();
	if ( $args['restock_items'] ) {
		wc_restock_refunded_items( $order, $args['line_items'] );
	}
	$is_partial = apply_filters( 'woocommerce_order_is_partially_refunded', $remaining - $args['amount'] > 0, $order->get_id(), $refund->get_id() );
	do_action( $is_partial ? 'woocommerce_order_partially_refunded' : 'woocommerce_order_fully_refunded', $order->get_id(), $refund->get_id() );
	if ( ! $is_partial ) {
		$order->set_status( apply_filters( 'woocommerce_order_fully_refunded_status', 'refunded', $order->get_id(), $refund->get_id() ) );
	}
	$order->set_date_modified( time() );
	$order->save();
	do_action( 'woocommerce_refund_created', $refund->get_id(), $args );
	do_action( 'woocommerce_order_refunded', $order->get_id(), $refund->get_id() );
	return $refund;
}

/** Puts refunded pieces back to stock, and saves on the line how many are still taken. */
function wc_restock_refunded_items( $order, $refunded_line_items ) {
	if ( ! apply_filters( 'woocommerce_can_restock_refunded_items', true, $order, $refunded_line_items ) ) {
		return;
	}
	foreach ( $order->get_items() as $item_id => $item ) {
		$quantity = $refunded_line_items[ $item_id ]['qty'] ?? 0;
		$taken    = $item->get_meta( '_reduced_stock', true );
		$product  = $item->get_product();
		if ( ! $quantity || ! $taken || ! $product || ! $product->managing_stock() ) {
			continue;
		}
		$before = $product->get_stock_quantity();
		$after  = wc_update_product_stock( $product, $quantity, 'increase' );
		$item->update_meta_data( '_reduced_stock', $taken - $quantity );
		$item->update_meta_data( '_restock_refunded_items', $quantity + (int) $item->get_meta( '_restock_refunded_items', true ) );
		$order->add_order_note( "Restocked #{$product->get_id()}: $before → $after" );
		$item->save();
		do_action( 'woocommerce_restock_refunded_item', $product->get_id(), $before, $after, $order, $product );
	}
}
