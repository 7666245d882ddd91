<?php
/**
 * Functions with which orders reduce and restore stock.
 */

declare(strict_types=1);

function wc_maybe_reduce_stock_levels( $order_id ) {
	$order = wc_get_order( $order_id );
	if ( ! $order ) {
		return;
	}
	$store = $order->get_data_store();
	if ( ! apply_filters( 'woocommerce_payment_complete_reduce_order_stock', ! $store->get_stock_reduced( $order_id ), $order_id ) ) {
		return;
	}
	wc_reduce_stock_levels( $order );
	$store->set_stock_reduced( $order, true );
}

function wc_maybe_increase_stock_levels( $order_id ) {
	$order = wc_get_order( $order_id );
	if ( ! $order || ! $order->get_data_store()->get_stock_reduced( $order_id ) ) {
		return;
	}
	wc_increase_stock_levels( $order );
	$order->get_data_store()->set_stock_reduced( $order, false );
}

function wc_reduce_stock_levels( $order_id ) {
	$order = $order_id instanceof WC_Order ? $order_id : wc_get_order( $order_id );
	if ( ! $order || 'yes' !== get_option( 'woocommerce_manage_stock' ) || ! apply_filters( 'woocommerce_can_reduce_order_stock', true, $order ) ) {
		return;
	}
	$changes = array();
	foreach ( $order->get_items() as $item ) {
		$product = $item->get_product();
		if ( $item->get_meta( '_reduced_stock', true ) || ! $product || ! $product->managing_stock() ) {
			continue;
		}
		$quantity  = apply_filters( 'woocommerce_order_item_quantity', $item->get_quantity(), $order, $item );
		$new_stock = wc_update_product_stock( $product, $quantity, 'decrease' );
		$item->add_meta_data( '_reduced_stock', $quantity, true );
		$item->save();
		$change    = array( 'product' => $product, 'from' => $new_stock + $quantity, 'to' => $new_stock );
		$changes[] = $change;
		do_action( 'woocommerce_reduce_order_item_stock', $item, $change, $order );
	}
	wc_trigger_stock_change_notifications( $order, $changes );
	do_action( 'woocommerce_reduce_order_stock', $order );
}

function wc_trigger_stock_change_notifications( $order, $changes ) {
	$none = absint( get_option( 'woocommerce_notify_no_stock_amount', 0 ) );
	foreach ( $changes as $change ) {
		$product = wc_get_product( $change['product']->get_id() );
		if ( $change['to'] <= $none ) {
			do_action( 'woocommerce_no_stock', $product );
		} elseif ( $change['to'] <= absint( wc_get_low_stock_amount( $product ) ) ) {
			do_action( 'woocommerce_low_stock', $product );
		}
		if ( $change['to'] < 0 ) {
			do_action( 'woocommerce_product_on_backorder', array( 'product' => $product, 'order_id' => $order->get_id(), 'quantity' => abs( $change['from'] - $change['to'] ) ) );
		}
	}
	if ( array() !== $changes ) {
		$told = array_map( static fn( array $change ): string => "{$change['product']->get_name()}: {$change['from']} → {$change['to']}", $changes );
		$order->add_order_note( 'Stock taken. ' . implode( ', ', $told ) );
	}
}

function wc_increase_stock_levels( $order_id ) {
	$order = $order_id instanceof WC_Order ? $order_id : wc_get_order( $order_id );
	if ( ! $order || 'yes' !== get_option( 'woocommerce_manage_stock' ) || ! apply_filters( 'woocommerce_can_restore_order_stock', true, $order ) ) {
		return;
	}
	$told = array();
	foreach ( $order->get_items() as $item ) {
		$product = $item->get_product();
		$taken   = $item->get_meta( '_reduced_stock', true );
		if ( ! $taken || ! $product || ! $product->managing_stock() ) {
			continue;
		}
		$new_stock = wc_update_product_stock( $product, $taken, 'increase' );
		$item->delete_meta_data( '_reduced_stock' );
		$item->save();
		$told[] = "{$product->get_name()}: " . ( $new_stock - $taken ) . " → $new_stock";
		do_action( 'woocommerce_restore_order_item_stock', $item, $new_stock, $new_stock - $taken, $order );
	}
	if ( array() !== $told ) {
		$order->add_order_note( 'Stock given back. ' . implode( ', ', $told ) );
	}
	do_action( 'woocommerce_restore_order_stock', $order );
}

/** Counts sales once for each order. For a cancelled or trashed order the sales are subtracted again. */
function wc_update_total_sales_counts( $order_id ) {
	$order = wc_get_order( $order_id );
	if ( ! $order instanceof WC_Order ) {
		return;
	}
	$is_counted = $order->get_recorded_sales( 'edit' );
	$is_void    = $order->has_status( array( 'cancelled', 'trash' ) ) || 'woocommerce_before_delete_order' === current_action();
	if ( $is_counted !== $is_void ) {
		return;
	}
	$store = WC_Data_Store::load( 'product' );
	foreach ( $order->get_items() as $item ) {
		if ( $item->get_product_id() ) {
			$store->update_product_sales( $item->get_product_id(), absint( $item->get_quantity() ), $is_void ? 'decrease' : 'increase' );
		}
	}
	$order->set_recorded_sales( ! $is_void );
	$order->save();
	do_action( 'woocommerce_recorded_sales', $order_id );
}
