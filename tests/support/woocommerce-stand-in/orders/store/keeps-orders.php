<?php
/**
 * Methods that both storages of orders share.
 */

declare(strict_types=1);

namespace WooStandIn\Orders\Store;

use WC_Abstract_Order;
use WC_Order;
use WC_Order_Item_Product;

trait KeepsOrders {
	/** For drafts the action for new orders is not fired. */
	private const DRAFTS = array( 'new', 'auto-draft', 'draft', 'checkout-draft' );

	public function create( &$order ) {
		$this->complete( $order );
		$this->insert( $order );
		$order->save_meta_data();
		$order->apply_changes();
		wc_delete_shop_order_transients( $order );
		if ( $order instanceof WC_Order && ! in_array( $order->get_status( 'edit' ), self::DRAFTS, true ) ) {
			do_action( 'woocommerce_new_order', $order->get_id(), $order );
		}
	}

	public function update( &$order ) {
		$before = (string) $order->get_data()['status'];
		$order->save_meta_data();
		$order->set_version( WC_VERSION );
		$this->write( $order );
		$order->apply_changes();
		wc_delete_shop_order_transients( $order );
		if ( $order instanceof WC_Order ) {
			$was_draft = in_array( $before, self::DRAFTS, true ) && ! in_array( $order->get_status( 'edit' ), self::DRAFTS, true );
			do_action( $was_draft ? 'woocommerce_new_order' : 'woocommerce_update_order', $order->get_id(), $order );
		}
	}

	private function complete( WC_Abstract_Order $order ): void {
		$order->set_version( WC_VERSION );
		$order->set_currency( $order->get_currency() );
		if ( null === $order->get_date_created( 'edit' ) ) {
			$order->set_date_created( time() );
		}
		if ( $order instanceof WC_Order && '' === $order->get_order_key() ) {
			$order->set_order_key( wc_generate_order_key() );
		}
	}

	/** The status with the prefix that the tables use. */
	protected function stored_status( WC_Abstract_Order $order ): string {
		$status = $order->get_status( 'edit' );
		$status = '' === (string) $status ? $order->get_status() : $status;
		return wc_is_order_status( "wc-$status" ) ? "wc-$status" : $status;
	}

	/** @return array<int, WC_Order_Item_Product> */
	public function read_items( $order, $type ) {
		global $wpdb;
		$found = array();
		$sql   = "SELECT order_item_id FROM {$wpdb->prefix}woocommerce_order_items WHERE order_id = %d AND order_item_type = %s ORDER BY order_item_id";
		foreach ( $order->get_id() > 0 ? $wpdb->get_col( $wpdb->prepare( $sql, $order->get_id(), $type ) ) : array() as $id ) {
			$found[ (int) $id ] = new WC_Order_Item_Product( (int) $id );
		}
		return $found;
	}

	public function delete_items( $order, $type = null ) {
		global $wpdb;
		do_action( 'woocommerce_delete_order_items', $order->get_id() );
		$items = "{$wpdb->prefix}woocommerce_order_items";
		$wpdb->query( $wpdb->prepare( "DELETE FROM {$wpdb->prefix}woocommerce_order_itemmeta WHERE order_item_id IN ( SELECT order_item_id FROM {$items} WHERE order_id = %d )", $order->get_id() ) );
		$wpdb->delete( $items, array( 'order_id' => $order->get_id() ) );
		do_action( 'woocommerce_deleted_order_items', $order->get_id() );
	}

	public function get_stock_reduced( $order ) {
		return $this->order( $order )->get_order_stock_reduced();
	}

	public function set_stock_reduced( $order, $set ) {
		$order = $this->order( $order );
		$order->set_order_stock_reduced( $set );
		$order->save();
	}

	public function get_recorded_sales( $order ) {
		return $this->order( $order )->get_recorded_sales();
	}

	public function set_recorded_sales( $order, $set ) {
		$order = $this->order( $order );
		$order->set_recorded_sales( $set );
		$order->save();
	}

	private function order( mixed $order ): WC_Order {
		return $order instanceof WC_Order ? $order : wc_get_order( $order );
	}

	public function query( $query_vars ) {
		return ( new OrderFinder( $query_vars ) )->find();
	}
}
