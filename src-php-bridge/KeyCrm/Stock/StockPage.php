<?php
/**
 * One answer of GET /offers/stocks.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\StockLevel;

/** Stock is live: `total` may differ from page to page, and rows may come twice or not at all (keycrm-server/API.md §3.7). */
final class StockPage {

	/**
	 * @param int              $page      The page that was asked for; the answer says the same.
	 * @param int              $last_page At least 1.
	 * @param int              $total     Offers that match the request, on all pages.
	 * @param int              $per_page  The limit in force; less than we asked for if KeyCRM has cut it.
	 * @param list<StockLevel> $levels
	 */
	public function __construct(
		public readonly int $page,
		public readonly int $last_page,
		public readonly int $total,
		public readonly int $per_page,
		public readonly array $levels,
	) {}

	/** @param list<StockLevel> $levels Those of the page's rows that were asked for. */
	public function with_levels( array $levels ): self {
		return new self( $this->page, $this->last_page, $this->total, $this->per_page, $levels );
	}

	/** @return array<int, string> The warehouses that the page's rows name, by id. */
	public function warehouse_names(): array {
		$names = array();
		foreach ( $this->levels as $level ) {
			foreach ( $level->warehouses as $warehouse ) {
				$names[ $warehouse->id ] = $warehouse->name;
			}
		}
		return $names;
	}
}
