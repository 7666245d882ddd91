<?php
/**
 * Functions about stock.
 */

declare(strict_types=1);

function wc_update_product_stock( $product, $stock_quantity = null, $operation = 'set', $updating = false ) {
	$product = $product instanceof WC_Product ? $product : wc_get_product( $product );
	if ( ! $product ) {
		return false;
	}
	if ( null === $stock_quantity || ! $product->managing_stock() ) {
		return $product->get_stock_quantity();
	}
	$owner_id = $product->get_stock_managed_by_id();
	$owner    = $owner_id === $product->get_id() ? $product : wc_get_product( $owner_id );
	$kind     = $owner->is_type( 'variation' ) ? 'variation' : 'product';
	$store    = WC_Data_Store::load( 'product' );

	do_action( "woocommerce_{$kind}_before_set_stock", $owner );
	$store->read_stock_quantity( $owner, $store->update_product_stock( $owner_id, $stock_quantity, $operation ) );
	if ( ! $updating ) {
		$owner->save();
	}
	do_action( "woocommerce_{$kind}_set_stock", $owner );
	return $owner->get_stock_quantity();
}

function wc_update_product_stock_status( $product_id, $status ) {
	$product = wc_get_product( $product_id );
	if ( $product ) {
		$product->set_stock_status( $status );
		$product->save();
	}
}

/** The variation's own threshold, else its parent's, else the shop's. */
function wc_get_low_stock_amount( WC_Product $product ) {
	$amount = $product->get_low_stock_amount();
	if ( '' === $amount && $product->is_type( 'variation' ) ) {
		$parent = wc_get_product( $product->get_parent_id() );
		$amount = $parent ? $parent->get_low_stock_amount() : '';
	}
	return (int) ( '' === $amount ? get_option( 'woocommerce_notify_low_stock_amount', 2 ) : $amount );
}

/** Fires the low-stock or no-stock action for the product's present quantity. */
function wc_trigger_stock_change_actions( $product ) {
	if ( true !== $product->get_manage_stock() ) {
		return;
	}
	$quantity = $product->get_stock_quantity();
	if ( $quantity <= absint( get_option( 'woocommerce_notify_no_stock_amount', 0 ) ) ) {
		do_action( 'woocommerce_no_stock', $product );
	} elseif ( $quantity <= absint( wc_get_low_stock_amount( $product ) ) ) {
		do_action( 'woocommerce_low_stock', $product );
	}
}

function wc_get_held_stock_quantity( WC_Product $product, $exclude_order_id = 0 ) {
	global $wpdb;
	if ( ! apply_filters( 'woocommerce_hold_stock_for_checkout', 'yes' === get_option( 'woocommerce_manage_stock', 'yes' ) ) ) {
		return 0;
	}
	$sql = "SELECT COALESCE( SUM( stock_quantity ), 0 ) FROM {$wpdb->wc_reserved_stock} WHERE product_id = %d AND order_id <> %d AND expires > %s";
	return (int) $wpdb->get_var( $wpdb->prepare( $sql, $product->get_stock_managed_by_id(), $exclude_order_id, current_time( 'mysql', true ) ) );
}
