<?php
/**
 * Functions about orders.
 */

declare(strict_types=1);

use Automattic\WooCommerce\Utilities\OrderUtil;

function wc_get_order( $the_order = false ) {
	if ( ! did_action( 'woocommerce_after_register_post_type' ) ) {
		wc_doing_it_wrong( __FUNCTION__, 'Orders cannot be read before their type is registered.', '2.5' );
		return false;
	}
	return WC()->order_factory->get_order( $the_order );
}

function wc_get_orders( $args ) {
	$names = array( 'numberposts' => 'limit', 'posts_per_page' => 'limit', 'post_type' => 'type', 'post_status' => 'status', 'post_parent' => 'parent', 'author' => 'customer', 'email' => 'billing_email', 'paged' => 'page' );
	foreach ( array_intersect_key( $names, $args ) as $old => $new ) {
		$args[ $new ] = $args[ $old ];
	}
	return ( new WC_Order_Query( $args ) )->get_orders();
}

function wc_create_order( $args = array() ) {
	try {
		$order = new WC_Order( $args['order_id'] ?? 0 );
		$order->set_props( array( 'parent_id' => $args['parent'] ?? null ) + array_intersect_key( $args, array_flip( array( 'status', 'customer_note', 'customer_id', 'created_via', 'cart_hash' ) ) ) );
		if ( empty( $args['order_id'] ) ) {
			$order->set_currency( get_woocommerce_currency() );
		}
		$order->save();
		return $order;
	} catch ( Exception $caught ) {
		return new WP_Error( 'error', $caught->getMessage() );
	}
}

function wc_update_order( $args ) {
	return empty( $args['order_id'] ) ? new WP_Error( 'There is no order without an id.' ) : wc_create_order( $args );
}

function wc_get_order_statuses() {
	return apply_filters(
		'wc_order_statuses',
		array(
			'wc-pending'        => 'Pending payment',
			'wc-processing'     => 'Processing',
			'wc-on-hold'        => 'On hold',
			'wc-completed'      => 'Completed',
			'wc-cancelled'      => 'Cancelled',
			'wc-refunded'       => 'Refunded',
			'wc-failed'         => 'Failed',
			'wc-checkout-draft' => 'Draft', // The block checkout creates draft orders before the payment.
		)
	);
}

function wc_is_order_status( $maybe_status ) {
	return isset( wc_get_order_statuses()[ $maybe_status ] );
}

function wc_get_order_status_name( $status ) {
	return wc_get_order_statuses()[ 'wc-' . OrderUtil::remove_status_prefix( (string) $status ) ] ?? (string) $status;
}

function wc_get_is_paid_statuses() {
	return apply_filters( 'woocommerce_order_is_paid_statuses', array( 'processing', 'completed' ) );
}

function wc_register_order_type( $type, $args = array() ) {
	global $wc_order_types;
	if ( post_type_exists( $type ) || is_wp_error( register_post_type( $type, $args ) ) ) {
		return false;
	}
	$wc_order_types          = is_array( $wc_order_types ) ? $wc_order_types : array();
	$wc_order_types[ $type ] = $args + array( 'class_name' => 'WC_Order', 'exclude_from_order_count' => false, 'exclude_from_order_views' => false );
	return true;
}

function wc_get_order_type( $type ) {
	return $GLOBALS['wc_order_types'][ $type ] ?? false;
}

function wc_get_order_types( $for = '' ) {
	$without = array( 'order-count' => 'exclude_from_order_count', 'view-orders' => 'exclude_from_order_views' )[ $for ] ?? '';
	$types   = array_filter( (array) ( $GLOBALS['wc_order_types'] ?? array() ), static fn( array $args ): bool => empty( $args[ $without ] ) );
	return apply_filters( 'wc_order_types', array_keys( $types ), $for );
}

function wc_generate_order_key( $key = '' ) {
	return 'wc_' . apply_filters( 'woocommerce_generate_order_key', 'order_' . ( '' === $key ? wp_generate_password( 13, false ) : $key ) );
}

function wc_delete_shop_order_transients( $order = 0 ) {
	WC_Cache_Helper::get_transient_version( 'orders', true );
	WC_Cache_Helper::invalidate_cache_group( 'orders' );
	do_action( 'woocommerce_delete_shop_order_transients', (int) WC_Order_Factory::get_order_id( $order ) );
}
