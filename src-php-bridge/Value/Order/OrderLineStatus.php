<?php
/**
 * What is known of KeyCRM's dealing with one SKU of one order of the shop.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Order;

defined( 'ABSPATH' ) || exit;

final class OrderLineStatus {

	/**
	 * @param int        $order_id   The shop's order.
	 * @param float|null $quantity   Null where the status is that of the whole order.
	 * @param int|null   $counted_at Unix milliseconds at which it was known that KeyCRM counts the line,
	 *                               reserved or written off; null where it does not.
	 * @param int|null   $taken_at   Unix milliseconds at which it was known that KeyCRM has written the line off; null where it has not.
	 */
	public function __construct(
		public readonly int $order_id,
		public readonly string $sku,
		public readonly ?float $quantity,
		public readonly LineState $state,
		public readonly ?int $counted_at,
		public readonly ?int $taken_at,
	) {}
}
