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
	 * @param int   $product_id The product whose number it was taken from: for a variation that keeps none, its parent.
	 * @param float $taken      As WooCommerce has marked it; or, where it is just about to, as it will.
	 * @param float $ordered    As the line says, less what was refunded into stock. Differs from `taken` where a
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
