<?php
/**
 * How far a read of KeyCRM's orders has come.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Order;

defined( 'ABSPATH' ) || exit;

final class OrderCursor {

	/**
	 * @param int $since_ms   Orders changed since then are read.
	 * @param int $started_ms When the first page was asked for.
	 * @param int $newest_ms  The newest change seen, by KeyCRM's clock.
	 * @param int $total      Orders, as the page before said; -1 before the first.
	 * @param int $restarts   How often the read began anew because orders had left the list.
	 * @param int $whole      1 if all orders within the age limit are read.
	 */
	public function __construct(
		public readonly int $since_ms,
		public readonly int $started_ms,
		public readonly int $newest_ms,
		public readonly int $whole,
		public readonly int $page = 1,
		public readonly int $total = -1,
		public readonly int $restarts = 0,
	) {}

	/** @param array<string, mixed> $row As to_array() made it. */
	public static function from_array( array $row ): self {
		return new self( ...$row );
	}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return get_object_vars( $this );
	}

	public function with( mixed ...$changes ): self {
		return new self( ...array_merge( get_object_vars( $this ), $changes ) );
	}
}
