<?php
/**
 * Which orders the sync subtracts, and what it does not know about them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Order;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/settings/hold-orders.ts ordersStateSchema */
final class OpenOrdersState {

	/** A value of `question`. */
	public const NOTHING_ASKED = 'none';
	public const HOW           = 'how';
	public const WHICH_CHANNEL = 'which_channel';

	/** Values of `subtracted`. */
	public const NONE      = 'none';
	public const ALL       = 'all';
	public const UNCOUNTED = 'uncounted';

	/**
	 * @param int                $days         Older orders are not subtracted.
	 * @param int                $source_id    The channel in which orders are looked up; 0: none.
	 * @param list<OrderChannel> $candidates   Channels from which the owner may choose.
	 * @param int                $unread_since Since when KeyCRM's orders cannot be read, unix milliseconds; 0 where they can.
	 * @param bool               $is_searched  The owner has said that KeyCRM has the orders, and none was found there yet.
	 */
	public function __construct(
		public readonly string $question,
		public readonly string $subtracted,
		public readonly int $days,
		public readonly int $source_id,
		public readonly array $candidates,
		public readonly int $unread_since,
		public readonly bool $is_searched,
	) {}
}
