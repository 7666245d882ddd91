<?php
/**
 * A refund: a child of an order with negative lines.
 */

declare(strict_types=1);

class WC_Order_Refund extends WC_Abstract_Order {
	/** @var string */
	protected $object_type = 'order_refund';

	/** @var string */
	protected $data_store_name = 'order-refund';

	/** @var array<string, mixed> */
	protected $extra_data = array(
		'amount'           => '',
		'reason'           => '',
		'refunded_by'      => 0,
		'refunded_payment' => false,
	);

	public function get_type() {
		return 'shop_order_refund';
	}

	/** A refund is done as soon as it exists. */
	public function get_status( $context = 'view' ) {
		return 'completed';
	}

	public function get_amount( $context = 'view' ) {
		return $this->get_prop( 'amount', $context );
	}

	public function set_amount( $value ) {
		$this->set_prop( 'amount', wc_format_decimal( $value ) );
	}

	public function get_reason( $context = 'view' ) {
		return $this->get_prop( 'reason', $context );
	}

	public function set_reason( $value ) {
		$this->set_prop( 'reason', $value );
	}

	public function get_refunded_by( $context = 'view' ) {
		return $this->get_prop( 'refunded_by', $context );
	}

	public function set_refunded_by( $value ) {
		$this->set_prop( 'refunded_by', absint( $value ) );
	}

	public function get_refunded_payment( $context = 'view' ) {
		return $this->get_prop( 'refunded_payment', $context );
	}

	public function set_refunded_payment( $value ) {
		$this->set_prop( 'refunded_payment', (bool) $value );
	}
}
