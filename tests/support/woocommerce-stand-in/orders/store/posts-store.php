<?php
/**
 * Stores orders as posts.
 */

declare(strict_types=1);

class WC_Order_Data_Store_CPT extends WC_Data_Store_WP {
	use \WooStandIn\Orders\Store\KeepsOrders;

	private const FLAGS = array( 'order_stock_reduced', 'download_permissions_granted', 'recorded_sales', 'recorded_coupon_usage_counts' );

	/** @var list<string> */
	protected $internal_meta_keys = array(
		'_order_currency', '_cart_discount', '_cart_discount_tax', '_order_shipping', '_order_shipping_tax', '_order_tax', '_order_total', '_order_version', '_prices_include_tax',
		'_order_key', '_customer_user', '_payment_method', '_payment_method_title', '_transaction_id', '_created_via', '_date_completed', '_date_paid', '_cart_hash',
		'_download_permissions_granted', '_recorded_sales', '_recorded_coupon_usage_counts', '_new_order_email_sent', '_order_stock_reduced',
		'_refund_amount', '_refunded_by', '_refunded_payment', '_refund_reason', '_completed_date', '_paid_date', '_edit_lock',
	);

	/** @var array<string, string> Values by meta key. */
	protected array $rows = array(
		'_order_key'                    => 'order_key',
		'_customer_user'                => 'customer_id',
		'_payment_method'               => 'payment_method',
		'_payment_method_title'         => 'payment_method_title',
		'_transaction_id'               => 'transaction_id',
		'_created_via'                  => 'created_via',
		'_date_completed'               => 'date_completed',
		'_date_paid'                    => 'date_paid',
		'_cart_hash'                    => 'cart_hash',
		'_download_permissions_granted' => 'download_permissions_granted',
		'_recorded_sales'               => 'recorded_sales',
		'_recorded_coupon_usage_counts' => 'recorded_coupon_usage_counts',
		'_new_order_email_sent'         => 'new_order_email_sent',
		'_order_stock_reduced'          => 'order_stock_reduced',
	);

	private const SHARED_ROWS = array(
		'_order_currency'     => 'currency',
		'_cart_discount'      => 'discount_total',
		'_cart_discount_tax'  => 'discount_tax',
		'_order_shipping'     => 'shipping_total',
		'_order_shipping_tax' => 'shipping_tax',
		'_order_tax'          => 'cart_tax',
		'_order_total'        => 'total',
		'_order_version'      => 'version',
		'_prices_include_tax' => 'prices_include_tax',
	);

	protected function insert( WC_Abstract_Order $order ): void {
		$id = wp_insert_post(
			array(
				'post_type'      => $order->get_type(),
				'post_author'    => 1,
				'post_title'     => 'Order – ' . gmdate( 'Y-m-d H:i' ),
				'post_password'  => wc_generate_order_key(),
				'ping_status'    => 'closed',
				'comment_status' => 'open',
			) + $this->fields( $order )
		);
		$order->set_id( $id );
		$this->write_rows( $order );
	}

	protected function write( WC_Abstract_Order $order ): void {
		$in_post = array( 'date_created', 'date_modified', 'status', 'parent_id', 'customer_note' );
		if ( array() !== array_intersect( $in_post, array_keys( $order->get_changes() ) ) ) {
			wp_update_post( array( 'ID' => $order->get_id() ) + $this->fields( $order ) );
		}
		$this->write_rows( $order );
		clean_post_cache( $order->get_id() );
	}

	/** @return array<string, mixed> */
	private function fields( WC_Abstract_Order $order ): array {
		$created = $order->get_date_created( 'edit' );
		return array(
			'post_date'     => gmdate( 'Y-m-d H:i:s', $created->getOffsetTimestamp() ),
			'post_date_gmt' => gmdate( 'Y-m-d H:i:s', $created->getTimestamp() ),
			'post_status'   => $this->stored_status( $order ),
			'post_parent'   => $order->get_parent_id( 'edit' ),
			'post_excerpt'  => $order instanceof WC_Order ? $order->get_customer_note( 'edit' ) : '',
		);
	}

	private function write_rows( WC_Abstract_Order $order ): void {
		foreach ( $this->get_props_to_update( $order, self::SHARED_ROWS + $this->rows ) as $key => $prop ) {
			$this->update_or_delete_post_meta( $order, $key, $this->as_row( $prop, $order->{"get_$prop"}( 'edit' ) ) );
		}
	}

	private function as_row( string $prop, mixed $value ): mixed {
		return match ( true ) {
			$value instanceof WC_DateTime                                           => $value->getTimestamp(),
			'new_order_email_sent' === $prop                                        => $value ? 'true' : 'false',
			'prices_include_tax' === $prop, in_array( $prop, self::FLAGS, true )    => wc_bool_to_string( $value ),
			default                                                                 => is_string( $value ) ? wp_slash( $value ) : $value ?? '',
		};
	}

	public function read( &$order ) {
		$order->set_defaults();
		$post = get_post( $order->get_id() );
		if ( null === $post || ! in_array( $post->post_type, wc_get_order_types(), true ) ) {
			throw new Exception( 'There is no such order.' );
		}
		$values = array(
			'parent_id'     => $post->post_parent,
			'date_created'  => $this->string_to_timestamp( $post->post_date_gmt ),
			'date_modified' => $this->string_to_timestamp( $post->post_modified_gmt ),
			'status'        => $post->post_status,
			'customer_note' => $post->post_excerpt,
		);
		foreach ( self::SHARED_ROWS + $this->rows as $key => $prop ) {
			$values[ $prop ] = get_post_meta( $post->ID, $key, true );
		}
		$order->set_props( $values );
		$order->set_object_read( true );
	}

	public function delete( &$order, $args = array() ) {
		global $wpdb;
		$id = $order->get_id();
		if ( empty( $args['force_delete'] ) ) {
			do_action( 'woocommerce_before_trash_order', $id, $order );
			wp_trash_post( $id );
			$order->set_status( 'trash' );
			do_action( 'woocommerce_trash_order', $id );
			return;
		}
		do_action( 'woocommerce_before_delete_order', $id, $order );
		foreach ( $wpdb->get_col( $wpdb->prepare( "SELECT ID FROM {$wpdb->posts} WHERE post_type = 'shop_order_refund' AND post_parent = %d", $id ) ) as $refund_id ) {
			wp_delete_post( (int) $refund_id, true );
		}
		$this->delete_items( $order );
		wp_delete_post( $id );
		$order->set_id( 0 );
		do_action( 'woocommerce_delete_order', $id );
	}
}
