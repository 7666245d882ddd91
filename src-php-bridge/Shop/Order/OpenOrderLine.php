<?php
/**
 * What one line of an order has taken from a product's stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Order;

defined( 'ABSPATH' ) || exit;

final class OpenOrderLine {

	/**
	 * @param int   $product_id The product whose number was lowered: for a variation without a number of its own, its parent.
	 * @param float $taken      Quantity taken, by WooCommerce's mark. If WooCommerce is about to mark the line, the quantity that it will mark.
	 * @param float $ordered    Quantity of the line, less what was refunded into stock. Differs from `taken` if a
	 *                          plugin sells packs.
	 * @param string $status    The order's, without `wc-`.
	 */
	public function __construct(
		public readonly int $order_id,
		public readonly int $product_id,
		public readonly float $taken,
		public readonly float $ordered,
		public readonly string $status,
	) {}
}
