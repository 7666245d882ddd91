<?php
/**
 * Reads the levels of offers again, just before or after their numbers are sent.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Offer\OfferQuery;
use KeyCrmStock\KeyCrm\Stock\StockEndpoint;
use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Store\Option\WarehouseList;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Stock\StockLevel;

/** One call is one request. */
final class FreshLevels {

	/** Offers of one request. */
	public const MOST = StockQuery::LIMIT;

	public function __construct(
		private readonly StockEndpoint $stocks,
		private readonly MissingOffersReader $offers,
		private readonly LevelTable $levels,
		private readonly WarehouseList $warehouses,
	) {}

	/** @throws WaitRequired */
	public function wait_for_slot(): void {
		$this->stocks->wait_for_slot();
	}

	/**
	 * @param non-empty-list<int> $offer_ids At most MOST.
	 * @return list<int> Offers that the stock list leaves out, perhaps because KeyCRM has none of them (keycrm-server/API.md §3.4).
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	public function read( array $offer_ids ): array {
		$page = $this->stocks->page( StockQuery::by_ids( $offer_ids ) );
		$this->levels->store( $page->levels, 0 );
		$this->warehouses->add( $page->warehouse_names() );
		return self::absent( $offer_ids, $page->levels );
	}

	/**
	 * Asks for offers that the stock list has left out.
	 *
	 * @param non-empty-list<int> $offer_ids
	 * @return list<int> Those of which KeyCRM has said nothing that can be used.
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	public function look_up( Run $run, array $offer_ids ): array {
		$page = $this->offers->ask( $run, OfferQuery::by_ids( $offer_ids ) );
		if ( null === $page ) {
			return $offer_ids;
		}
		// Totals do not say how a stock is spread. Only 0 is 0 in each warehouse.
		$nothing = array_values( array_filter( $page->levels, static fn ( StockLevel $level ): bool => 0.0 === $level->quantity && 0.0 === $level->reserve ) );
		$this->levels->store( $nothing, 0 );
		return self::absent( $offer_ids, $nothing );
	}

	/**
	 * @param list<int>        $offer_ids
	 * @param list<StockLevel> $levels
	 * @return list<int>
	 */
	private static function absent( array $offer_ids, array $levels ): array {
		return array_values( array_diff( $offer_ids, array_map( static fn ( StockLevel $level ): int => $level->offer_id, $levels ) ) );
	}
}
