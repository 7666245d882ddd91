<?php
/**
 * The meta rows of orders that are kept in tables of their own.
 */

declare(strict_types=1);

namespace WooStandIn\Orders\Store;

trait KeepsOrderMeta {
	/** @return list<string> Keys that are properties of a refund, not custom meta. */
	public function get_internal_meta_keys() {
		return array( '_refund_amount', '_refund_reason', '_refunded_by', '_refunded_payment', '_order_stock_reduced', '_recorded_sales' );
	}

	public function read_meta( &$object ) {
		global $wpdb;
		$rows = $wpdb->get_results( $wpdb->prepare( "SELECT id AS meta_id, meta_key, meta_value FROM {$wpdb->prefix}wc_orders_meta WHERE order_id = %d ORDER BY id", $object->get_id() ) );
		return array_filter( $rows, fn( object $row ): bool => ! in_array( $row->meta_key, $this->get_internal_meta_keys(), true ) );
	}

	public function add_meta( &$object, $meta ) {
		global $wpdb;
		$wpdb->insert( $wpdb->prefix . 'wc_orders_meta', array( 'order_id' => $object->get_id(), 'meta_key' => $meta->key, 'meta_value' => maybe_serialize( $meta->value ) ) );
		return (int) $wpdb->insert_id;
	}

	public function update_meta( &$object, $meta ) {
		global $wpdb;
		$wpdb->update( $wpdb->prefix . 'wc_orders_meta', array( 'meta_key' => $meta->key, 'meta_value' => maybe_serialize( $meta->value ) ), array( 'id' => $meta->id ) );
	}

	public function delete_meta( &$object, $meta ) {
		global $wpdb;
		$wpdb->delete( $wpdb->prefix . 'wc_orders_meta', array( 'id' => $meta->id ) );
	}

	private function one_meta( int $id, string $key ): ?string {
		global $wpdb;
		return $wpdb->get_var( $wpdb->prepare( "SELECT meta_value FROM {$wpdb->prefix}wc_orders_meta WHERE order_id = %d AND meta_key = %s", $id, $key ) );
	}

	private function put_meta( int $id, string $key, mixed $value ): void {
		global $wpdb;
		$wpdb->delete( $wpdb->prefix . 'wc_orders_meta', array( 'order_id' => $id, 'meta_key' => $key ) );
		$wpdb->insert( $wpdb->prefix . 'wc_orders_meta', array( 'order_id' => $id, 'meta_key' => $key, 'meta_value' => is_bool( $value ) ? (string) (int) $value : maybe_serialize( $value ) ) );
	}
}
