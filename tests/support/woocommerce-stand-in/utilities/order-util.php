<?php
/**
 * Says which storage of orders is in use.
 */

declare(strict_types=1);

namespace Automattic\WooCommerce\Utilities;

final class OrderUtil {
	public static function custom_orders_table_usage_is_enabled(): bool {
		return 'yes' === get_option( 'woocommerce_custom_orders_table_enabled' );
	}

	public static function get_order_type( $order_id ) {
		global $wpdb;
		$id = is_object( $order_id ) ? (int) ( $order_id->ID ?? $order_id->get_id() ) : (int) $order_id;
		if ( self::custom_orders_table_usage_is_enabled() ) {
			return (string) $wpdb->get_var( $wpdb->prepare( "SELECT type FROM {$wpdb->prefix}wc_orders WHERE id = %d", $id ) );
		}
		return (string) get_post_type( $id );
	}

	public static function is_order( $order_id, $types = array( 'shop_order' ) ) {
		return in_array( self::get_order_type( $order_id ), (array) $types, true );
	}

	public static function remove_status_prefix( string $status ): string {
		return str_starts_with( $status, 'wc-' ) ? substr( $status, 3 ) : $status;
	}

	public static function get_table_for_orders() {
		global $wpdb;
		return self::custom_orders_table_usage_is_enabled() ? $wpdb->prefix . 'wc_orders' : $wpdb->posts;
	}

	public static function get_table_for_order_meta() {
		global $wpdb;
		return self::custom_orders_table_usage_is_enabled() ? $wpdb->prefix . 'wc_orders_meta' : $wpdb->postmeta;
	}
}
