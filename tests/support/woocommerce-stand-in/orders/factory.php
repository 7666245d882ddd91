<?php
/**
 * Makes the object that fits an order's type.
 */

declare(strict_types=1);

use Automattic\WooCommerce\Utilities\OrderUtil;

class WC_Order_Factory {
	public static function get_order( $order_id = false ) {
		$id = self::get_order_id( $order_id );
		if ( ! $id ) {
			return false;
		}
		$type  = OrderUtil::get_order_type( $id );
		$class = wc_get_order_type( $type )['class_name'] ?? '';
		$class = apply_filters( 'woocommerce_order_class', $class, $type, $id );
		if ( '' === $class || 'shop_order_placehold' === $type || ! class_exists( $class ) ) {
			return false;
		}
		try {
			return new $class( $id );
		} catch ( Exception ) {
			return false;
		}
	}

	public static function get_order_id( $order ) {
		if ( $order instanceof WC_Abstract_Order ) {
			return $order->get_id();
		}
		if ( is_object( $order ) ) {
			return (int) ( $order->ID ?? 0 );
		}
		return is_numeric( $order ) ? (int) $order : false;
	}
}
