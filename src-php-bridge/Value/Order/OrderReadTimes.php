<?php
/**
 * Up to when KeyCRM's orders have been looked at.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Order;

defined( 'ABSPATH' ) || exit;

/** Unix milliseconds. */
final class OrderReadTimes {

	/**
	 * @param int $since_ms The next read needs only orders that have changed since then.
	 * @param int $whole_ms When the last read of all orders within the age limit began.
	 * @param int $pages    How many pages that read took.
	 */
	public function __construct(
		public readonly int $since_ms,
		public readonly int $whole_ms,
		public readonly int $pages,
	) {}
}
