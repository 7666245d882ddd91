<?php
/**
 * One answer of GET /order.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Order\CrmOrder;

final class OrderPage {

	/**
	 * @param int            $last_page At least 1.
	 * @param int            $total     Orders that match the question, on all pages.
	 * @param list<CrmOrder> $orders
	 * @param list<string>   $unknown_statuses Texts of `stock_status` whose meaning is a guess.
	 * @param int            $unreadable Rows that could not be read.
	 * @param int            $sent_at   When the request was sent, unix milliseconds.
	 */
	public function __construct(
		public readonly int $last_page,
		public readonly int $total,
		public readonly array $orders,
		public readonly array $unknown_statuses,
		public readonly int $unreadable,
		public readonly int $sent_at,
	) {}
}
