<?php
/**
 * How far the full read of KeyCRM's list has come.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Stock\StockPage;

final class FullListCursor {

	/**
	 * @param int       $started_at     Unix milliseconds at which this try's first request was sent; 0 before it.
	 * @param int       $next_page      From 1.
	 * @param int       $total          Offers, as the first page said; -1 before it.
	 * @param int       $restarts       How often the read began anew because the list had moved.
	 * @param list<int> $warehouses     Ids seen in any row so far.
	 * @param list<int> $missing        Offers that a read of the shop's own offers has asked for and that did not come.
	 * @param bool      $filters_failed Whether KeyCRM's filters did not work in that read.
	 */
	public function __construct(
		public readonly int $started_at = 0,
		public readonly int $next_page = 1,
		public readonly int $total = -1,
		public readonly int $restarts = 0,
		public readonly array $warehouses = array(),
		public readonly array $missing = array(),
		public readonly bool $filters_failed = false,
	) {}

	/** @param array<string, mixed> $row As to_array() made it. */
	public static function from_array( array $row ): self {
		return new self( ...array_intersect_key( $row, get_class_vars( self::class ) ) );
	}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return get_object_vars( $this ) + array( 'way' => ReadStep::WHOLE );
	}

	public function with( mixed ...$changes ): self {
		return new self( ...array_merge( get_object_vars( $this ), $changes ) );
	}

	/** @param list<int> $warehouses Ids seen on the page. */
	public function after_page( StockPage $page, array $warehouses ): self {
		return $this->with(
			started_at: 0 === $this->started_at ? ( $page->levels[0]->read_at ?? 0 ) : $this->started_at,
			next_page: $this->next_page + 1,
			total: $page->total,
			warehouses: array_values( array_unique( array_merge( $this->warehouses, $warehouses ) ) )
		);
	}

	public function restarted(): self {
		return new self( restarts: $this->restarts + 1, missing: $this->missing, filters_failed: $this->filters_failed );
	}
}
