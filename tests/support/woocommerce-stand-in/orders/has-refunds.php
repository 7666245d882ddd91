<?php
/**
 * The refunds of an order.
 */

declare(strict_types=1);

namespace WooStandIn\Orders;

use WC_Order_Refund;

trait HasRefunds {
	public function get_refunds() {
		return wc_get_orders( array( 'type' => 'shop_order_refund', 'parent' => $this->get_id(), 'limit' => -1 ) );
	}

	public function get_total_refunded() {
		return array_sum( array_map( static fn( WC_Order_Refund $refund ): float => (float) $refund->get_amount(), $this->get_refunds() ) );
	}

	public function get_remaining_refund_amount() {
		return wc_format_decimal( (float) $this->get_total() - $this->get_total_refunded(), wc_get_price_decimals() );
	}
}
