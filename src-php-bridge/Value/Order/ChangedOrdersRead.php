<?php
/**
 * How far KeyCRM's list of changed orders has been read.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Order;

defined( 'ABSPATH' ) || exit;

/** Times are unix milliseconds. */
final class ChangedOrdersRead {

	/**
	 * @param int             $since_ms   Orders that have changed since then are asked for.
	 * @param int             $page       The next page; 1 where a read has not begun.
	 * @param int             $started_ms When the read began; 0 where none is under way.
	 * @param int             $newest_ms  The newest change that the read has shown, by KeyCRM's clock; 0: none.
	 * @param array<int, int> $seen       When each order had changed whose offers are marked already, by the order's id.
	 */
	public function __construct(
		public readonly int $since_ms,
		public readonly int $page = 1,
		public readonly int $started_ms = 0,
		public readonly int $newest_ms = 0,
		public readonly array $seen = array(),
	) {}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return get_object_vars( $this );
	}

	/** @param array<mixed> $row As to_array() made it. */
	public static function from_array( array $row ): self {
		$number = static fn ( string $name, int $default ): int => is_int( $row[ $name ] ?? null ) ? $row[ $name ] : $default;
		$seen   = is_array( $row['seen'] ?? null ) ? array_filter( $row['seen'], 'is_int' ) : array();
		return new self( $number( 'since_ms', 0 ), max( 1, $number( 'page', 1 ) ), $number( 'started_ms', 0 ), $number( 'newest_ms', 0 ), array_combine( array_map( 'intval', array_keys( $seen ) ), $seen ) );
	}
}
