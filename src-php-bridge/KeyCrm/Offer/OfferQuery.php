<?php
/**
 * One request to GET /offers.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Offer;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Value\Stock\StockLevel;

/** Asks for certain offers only: this list has no warehouses, so it is not read in full (keycrm-server/API.md §5). */
final class OfferQuery {

	private function __construct(
		public readonly int $page,
		private readonly OfferFilter $filter,
	) {}

	/**
	 * @param list<int> $ids  At most StockQuery::LIMIT offer ids.
	 * @param int       $page From 1.
	 * @throws \InvalidArgumentException For none or too many.
	 */
	public static function by_ids( array $ids, int $page = 1 ): self {
		return new self( $page, OfferFilter::by_ids( $ids ) );
	}

	/**
	 * @param list<string> $skus At most StockQuery::LIMIT, each of them StockQuery::can_ask_for().
	 * @param int          $page From 1.
	 * @throws \InvalidArgumentException For none, too many, or one that cannot be asked for.
	 */
	public static function by_skus( array $skus, int $page = 1 ): self {
		return new self( $page, OfferFilter::by_skus( $skus ) );
	}

	public function includes( StockLevel $level ): bool {
		return $this->filter->includes( $level );
	}

	public function may_bring( StockLevel $level ): bool {
		return $this->filter->may_bring( $level );
	}

	/** @return array<string, string|int|list<string>|list<int>> */
	public function parameters(): array {
		return array(
			'limit' => StockQuery::LIMIT,
			'page'  => $this->page,
		) + $this->filter->parameters( 'filter[id]', 'filter[sku]' );
	}
}
