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

	/** A new refund is completed at once. */
	public function get_status( $context = 'view' ) {
		return 'completed';
	}

	/** @return array<string, string> */
	protected function plain_props(): array {
		return \WooStandIn\Orders\PlainValues::OF_REFUNDS;
	}
}
