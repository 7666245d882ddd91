<?php
/**
 * Base class of orders and refunds: a status, a total and lines.
 */

declare(strict_types=1);

use Automattic\WooCommerce\Utilities\OrderUtil;

abstract class WC_Abstract_Order extends WC_Data {
	use \WooStandIn\Orders\HasLines;

	/** @var string */
	protected $object_type = 'order';

	/** @var string */
	protected $data_store_name = 'order';

	/** @var string */
	protected $cache_group = 'orders';

	/** @var array<string, mixed> */
	protected $data = array(
		'parent_id'          => 0,
		'status'             => '',
		'currency'           => '',
		'version'            => '',
		'prices_include_tax' => false,
		'date_created'       => null,
		'date_modified'      => null,
		'discount_total'     => 0,
		'discount_tax'       => 0,
		'shipping_total'     => 0,
		'shipping_tax'       => 0,
		'cart_tax'           => 0,
		'total'              => 0,
		'total_tax'          => 0,
	);

	/** @return array<string, string> */
	protected function plain_props(): array {
		return \WooStandIn\Orders\PlainValues::SHARED;
	}

	public function __construct( $order = 0 ) {
		parent::__construct( $order );
		$id = $order instanceof self ? $order->get_id() : ( is_object( $order ) ? $order->ID ?? 0 : $order );
		if ( (int) $id > 0 ) {
			$this->set_id( $id );
		} else {
			$this->set_object_read( true );
		}
		$this->data_store = WC_Data_Store::load( $this->data_store_name );
		if ( $this->get_id() > 0 ) {
			$this->data_store->read( $this );
		}
	}

	public function get_type() {
		return 'shop_order';
	}

	public function save() {
		do_action( "woocommerce_before_{$this->object_type}_object_save", $this, $this->data_store );
		$this->store();
		$this->save_items();
		do_action( "woocommerce_after_{$this->object_type}_object_save", $this, $this->data_store );
		return $this->get_id();
	}

	public function get_status( $context = 'view' ) {
		$status = $this->get_prop( 'status', $context );
		return '' === (string) $status && 'view' === $context ? apply_filters( 'woocommerce_default_order_status', 'pending' ) : $status;
	}

	/** @return array{from: string, to: string} */
	public function set_status( $new_status ) {
		$old = $this->get_status();
		$new = OrderUtil::remove_status_prefix( (string) $new_status );
		if ( $this->object_read ) {
			$known = array( ...array_map( array( OrderUtil::class, 'remove_status_prefix' ), $this->get_valid_statuses() ), 'trash' );
			$new   = in_array( $new, array( ...$known, 'auto-draft' ), true ) ? $new : 'pending';
			$old   = '' === $old || in_array( $old, $known, true ) ? $old : 'pending';
		}
		$this->set_prop( 'status', $new );
		return array( 'from' => $old, 'to' => $new );
	}

	protected function get_valid_statuses() {
		return array_keys( wc_get_order_statuses() );
	}

	public function has_status( $status ) {
		return apply_filters( 'woocommerce_order_has_status', in_array( $this->get_status(), (array) $status, true ), $this, $status );
	}

	public function set_currency( $value ) {
		$this->set_prop( 'currency', '' === (string) $value ? get_woocommerce_currency() : $value );
	}

	public function get_currency( $context = 'view' ) {
		return $this->get_prop( 'currency', $context );
	}

	public function set_total( $value, $deprecated = '' ) {
		$this->set_prop( 'total', number_format( (float) $value, wc_get_price_decimals(), '.', '' ) );
	}

	public function get_total( $context = 'view' ) {
		return $this->get_prop( 'total', $context );
	}

	/** The sum of the lines; the stand-in has no taxes, shipping or coupons. */
	public function calculate_totals( $and_taxes = true ) {
		do_action( 'woocommerce_order_before_calculate_totals', $and_taxes, $this );
		$this->set_total( array_sum( array_map( static fn( WC_Order_Item_Product $item ): float => (float) $item->get_total(), $this->get_items() ) ) );
		do_action( 'woocommerce_order_after_calculate_totals', $and_taxes, $this );
		$this->save();
		return $this->get_total();
	}
}
