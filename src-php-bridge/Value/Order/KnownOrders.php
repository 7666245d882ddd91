<?php
/**
 * What is known of some orders, and which look it is from.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Order;

defined( 'ABSPATH' ) || exit;

final class KnownOrders {

	/**
	 * @param array<int, list<OrderLineStatus>> $notes By the shop's order.
	 * @param OrderReadResult|null           $read  The last read of KeyCRM's orders that came to its end; null where there was none.
	 */
	public function __construct(
		public readonly array $notes,
		public readonly ?OrderReadResult $read,
	) {}
}
