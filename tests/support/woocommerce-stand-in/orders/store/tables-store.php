<?php
/**
 * Stores orders in tables of their own: high-performance order storage.
 */

declare(strict_types=1);

namespace WooStandIn\Orders\Store;

use Exception;
use WC_Abstract_Order;
use WC_DateTime;

class TablesStore {
	use KeepsOrders;
	use KeepsOrderMeta;

	private const COLUMNS = array(
		'status'               => 'status',
		'currency'             => 'currency',
		'cart_tax'             => 'tax_amount',
		'total'                => 'total_amount',
		'customer_id'          => 'customer_id',
		'date_created'         => 'date_created_gmt',
		'date_modified'        => 'date_updated_gmt',
		'parent_id'            => 'parent_order_id',
		'payment_method'       => 'payment_method',
		'payment_method_title' => 'payment_method_title',
		'transaction_id'       => 'transaction_id',
		'customer_note'        => 'customer_note',
	);

	private const OPERATIONAL = array(
		'created_via'                  => 'created_via',
		'version'                      => 'woocommerce_version',
		'prices_include_tax'           => 'prices_include_tax',
		'recorded_coupon_usage_counts' => 'coupon_usages_are_counted',
		'download_permissions_granted' => 'download_permission_granted',
		'cart_hash'                    => 'cart_hash',
		'new_order_email_sent'         => 'new_order_email_sent',
		'order_key'                    => 'order_key',
		'order_stock_reduced'          => 'order_stock_reduced',
		'date_paid'                    => 'date_paid_gmt',
		'date_completed'               => 'date_completed_gmt',
		'recorded_sales'               => 'recorded_sales',
	);

	/** An order gets the id of a placeholder post, so that ids of orders and posts never collide. */
	protected function insert( WC_Abstract_Order $order ): void {
		$order->set_id(
			wp_insert_post(
				array(
					'post_type'   => 'shop_order_placehold',
					'post_status' => 'draft',
					'post_parent' => $order->get_parent_id( 'edit' ),
					'post_date'   => gmdate( 'Y-m-d H:i:s', $order->get_date_created( 'edit' )->getOffsetTimestamp() ),
				)
			)
		);
		$this->write_rows( $order, $order->get_data() );
	}

	/** Writes only changed values, because another object may have changed the rest of the row meanwhile. */
	protected function write( WC_Abstract_Order $order ): void {
		$this->write_rows( $order, $order->get_changes() );
	}

	/** @param array<string, mixed> $changes Values by name; only the names matter. */
	private function write_rows( WC_Abstract_Order $order, array $changes ): void {
		global $wpdb;
		if ( ! isset( $order->get_changes()['date_modified'] ) ) {
			$order->set_date_modified( time() );
		}
		$changes['date_modified'] = true;
		$id     = $order->get_id();
		$row    = array( 'id' => $id, 'type' => $order->get_type() ) + self::values( $order, array_intersect_key( self::COLUMNS, $changes ) );
		$status = isset( $changes['status'] ) ? array( 'status' => $this->stored_status( $order ) ) : array();
		$this->put( $wpdb->prefix . 'wc_orders', 'id', $id, $status + $row );
		$this->put( $wpdb->prefix . 'wc_order_operational_data', 'order_id', $id, array( 'order_id' => $id ) + self::values( $order, array_intersect_key( self::OPERATIONAL, $changes ) ) );
		foreach ( $order->get_extra_data_keys() as $key ) {
			$this->put_meta( $id, self::refund_key( $key ), $order->{"get_$key"}( 'edit' ) );
		}
	}

	private static function refund_key( string $prop ): string {
		return in_array( $prop, array( 'amount', 'reason' ), true ) ? "_refund_$prop" : "_$prop";
	}

	/** @param array<string, mixed> $row */
	private function put( string $table, string $key, int $id, array $row ): void {
		global $wpdb;
		$is_there = null !== $wpdb->get_var( $wpdb->prepare( "SELECT {$key} FROM {$table} WHERE {$key} = %d", $id ) );
		$is_there ? $wpdb->update( $table, $row, array( $key => $id ) ) : $wpdb->insert( $table, $row );
	}

	/**
	 * @param array<string, string> $columns
	 * @return array<string, mixed>
	 */
	private static function values( WC_Abstract_Order $order, array $columns ): array {
		$row = array();
		foreach ( $columns as $prop => $column ) {
			if ( $order->stand_in_knows( $prop ) ) {
				$value          = $order->{"get_$prop"}( 'edit' );
				$value          = $value instanceof WC_DateTime ? gmdate( 'Y-m-d H:i:s', $value->getTimestamp() ) : $value;
				$row[ $column ] = is_bool( $value ) ? (int) $value : $value;
			}
		}
		return $row;
	}

	public function read( &$order ) {
		global $wpdb;
		$order->set_defaults();
		$row = $wpdb->get_row(
			$wpdb->prepare( "SELECT o.*, d.* FROM {$wpdb->prefix}wc_orders o LEFT JOIN {$wpdb->prefix}wc_order_operational_data d ON d.order_id = o.id WHERE o.id = %d", $order->get_id() ),
			ARRAY_A
		);
		if ( null === $row ) {
			throw new Exception( 'There is no such order.' );
		}
		$values = array();
		foreach ( self::COLUMNS + self::OPERATIONAL as $prop => $column ) {
			$values[ $prop ] = str_ends_with( $column, '_gmt' ) && null !== $row[ $column ] ? wc_string_to_timestamp( $row[ $column ] ) : $row[ $column ];
		}
		foreach ( $order->get_extra_data_keys() as $key ) {
			$values[ $key ] = $this->one_meta( $order->get_id(), self::refund_key( $key ) );
		}
		$order->set_props( $values );
		$order->set_object_read( true );
	}

	public function delete( &$order, $args = array() ) {
		global $wpdb;
		$id = $order->get_id();
		if ( empty( $args['force_delete'] ) ) {
			do_action( 'woocommerce_before_trash_order', $id, $order );
			$this->put_meta( $id, '_wp_trash_meta_status', $this->stored_status( $order ) );
			$wpdb->update( $wpdb->prefix . 'wc_orders', array( 'status' => 'trash' ), array( 'id' => $id ) );
			$order->set_status( 'trash' );
			do_action( 'woocommerce_trash_order', $id );
			return;
		}
		$is_quiet = ! empty( $args['suppress_filters'] );
		if ( ! $is_quiet ) {
			do_action( 'woocommerce_before_delete_order', $id, $order );
		}
		foreach ( wc_get_orders( array( 'type' => 'shop_order_refund', 'parent' => $id, 'limit' => -1 ) ) as $refund ) {
			$this->delete( $refund, array( 'force_delete' => true, 'suppress_filters' => true ) );
		}
		foreach ( array( 'wc_orders' => 'id', 'wc_order_operational_data' => 'order_id', 'wc_order_addresses' => 'order_id', 'wc_orders_meta' => 'order_id' ) as $table => $key ) {
			$wpdb->delete( $wpdb->prefix . $table, array( $key => $id ) );
		}
		$this->delete_items( $order );
		wp_delete_post( $id, true );
		$order->set_id( 0 );
		if ( ! $is_quiet ) {
			do_action( 'woocommerce_delete_order', $id );
		}
	}
}
