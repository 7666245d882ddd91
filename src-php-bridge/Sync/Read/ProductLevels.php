<?php
/**
 * Reads the levels of one product and its variations.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Offer\OfferEndpoint;
use KeyCrmStock\KeyCrm\Offer\OfferQuery;
use KeyCrmStock\KeyCrm\Stock\StockEndpoint;
use KeyCrmStock\KeyCrm\Stock\StockPage;
use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Store\Option\FullReadCheckpoint;
use KeyCrmStock\Store\Option\WarehouseList;
use KeyCrmStock\Value\Stock\StockLevel;

/**
 * Known offers are asked for by id, because it is unknown how KeyCRM compares SKUs (keycrm-server/API.md §3.2). If one of
 * the SKUs is new, all of them are asked for by SKU, in the same request. One method is one request.
 */
final class ProductLevels {

	public function __construct(
		private readonly StockEndpoint $stocks,
		private readonly OfferEndpoint $offers,
		private readonly LevelTable $levels,
		private readonly OfferTotals $totals,
		private readonly WarehouseList $warehouses,
		private readonly FullReadCheckpoint $full_read,
		private readonly Clock $clock,
	) {}

	/**
	 * @param non-empty-list<string> $skus
	 * @throws WaitRequired
	 * @throws ApiException
	 * @throws DatabaseError
	 */
	public function ask( array $skus ): ProductLevelsAnswer {
		$known   = $this->known_ids( $skus );
		$is_new  = static fn ( string $sku ): bool => ! isset( $known[ "sku:$sku" ] );
		return array() === array_filter( $skus, $is_new ) ? $this->ask_by_id( $skus, $known ) : $this->ask_by_sku( $skus, $known );
	}

	/**
	 * Looks for what the first answer lacks: offers that are sold out and left out of the stock list (§3.4), or another
	 * offer that has the SKU of a renamed one.
	 *
	 * @throws WaitRequired
	 * @throws ApiException
	 * @throws DatabaseError
	 */
	public function ask_again( ProductLevelsAnswer $answer ): void {
		if ( array() === $answer->absent_ids && $answer->by_id ) {
			$page = $this->stocks->page( StockQuery::by_skus( $this->fitting( $answer->absent_skus ) ) );
			1 === $page->last_page && $this->store( $page );
			return;
		}
		$page = $this->offers->page( array() === $answer->absent_ids ? OfferQuery::by_skus( $this->fitting( $answer->absent_skus ) ) : OfferQuery::by_ids( $answer->absent_ids ) );
		1 === $page->last_page && $this->levels->store( $this->totals->usable( $page->levels ), 0 );
	}

	/**
	 * @param non-empty-list<string>                 $skus
	 * @param array<string, non-empty-list<int>> $known
	 */
	private function ask_by_id( array $skus, array $known ): ProductLevelsAnswer {
		$ids  = array();
		$left = array();
		foreach ( $skus as $sku ) {
			$more = array( ...$ids, ...$known[ "sku:$sku" ] );
			if ( count( $more ) <= StockQuery::LIMIT ) {
				$ids = $more;
			} else {
				$left[] = $sku;
			}
		}
		if ( array() === $ids ) {
			return new ProductLevelsAnswer( $this->clock->now_ms(), true, unaskable: $skus );
		}
		$asked_at = $this->clock->now_ms();
		$page     = $this->stocks->page( StockQuery::by_ids( $ids ) );
		$this->store( $page );
		$absent  = self::absent_ids( $ids, $page );
		$renamed = array_filter( array_diff( $skus, $left, self::skus( $page ) ), static fn ( string $sku ): bool => array() === array_intersect( $known[ "sku:$sku" ], $absent ) );
		return new ProductLevelsAnswer( $asked_at, true, $absent, $this->fitting( array_values( $renamed ) ), $left );
	}

	/**
	 * @param non-empty-list<string>             $skus
	 * @param array<string, non-empty-list<int>> $known
	 */
	private function ask_by_sku( array $skus, array $known ): ProductLevelsAnswer {
		$asked     = $this->fitting( $skus );
		$unaskable = array_values( array_filter( $skus, static fn ( string $sku ): bool => ! StockQuery::can_ask_for( $sku ) ) );
		$left      = array_values( array_diff( $skus, $asked, $unaskable ) );
		$asked_at  = $this->clock->now_ms();
		if ( array() === $asked ) {
			return new ProductLevelsAnswer( $asked_at, false, left: $left, unaskable: $unaskable );
		}
		$page = $this->stocks->page( StockQuery::by_skus( $asked ) );
		if ( 1 !== $page->last_page ) {
			// The answer has more pages, and a second offer with the same SKU may be on another one.
			return new ProductLevelsAnswer( $asked_at, false, left: $left, unaskable: array( ...$unaskable, ...$asked ) );
		}
		$this->store( $page );
		$ids    = array_merge( ...array_values( array_intersect_key( $known, array_flip( array_map( static fn ( string $sku ): string => "sku:$sku", $asked ) ) ) ) );
		$absent = array_filter( array_diff( $asked, self::skus( $page ) ), static fn ( string $sku ): bool => ! isset( $known[ "sku:$sku" ] ) );
		return new ProductLevelsAnswer( $asked_at, false, array_slice( self::absent_ids( $ids, $page ), 0, StockQuery::LIMIT ), array_values( $absent ), $left, $unaskable );
	}

	/**
	 * @param non-empty-list<string> $skus
	 * @return array<string, non-empty-list<int>> Ids of the offers that KeyCRM had at the last full read or since, by "sku:" and the SKU.
	 */
	private function known_ids( array $skus ): array {
		$ids = array();
		foreach ( $this->levels->read_since( $skus, $this->full_read->last()->started_at ?? PHP_INT_MAX ) as $key => $rows ) {
			$there = array_filter( $rows, static fn ( LevelRow $row ): bool => 0 === $row->gone_in );
			if ( array() !== $there ) {
				$ids[ $key ] = array_values( array_map( static fn ( LevelRow $row ): int => $row->level->offer_id, $there ) );
			}
		}
		return $ids;
	}

	/**
	 * @param list<string> $skus
	 * @return list<string> As many of them as one request can ask for.
	 */
	private function fitting( array $skus ): array {
		$fitting = array();
		foreach ( $skus as $sku ) {
			$more = array( ...$fitting, $sku );
			if ( StockQuery::can_ask_for( $sku ) && StockQuery::has_room_for( $more ) ) {
				$fitting = $more;
			}
		}
		return $fitting;
	}

	private function store( StockPage $page ): void {
		$this->levels->store( $page->levels, 0 );
		$this->warehouses->add( $page->warehouse_names() );
	}

	/**
	 * @param list<int> $ids
	 * @return list<int>
	 */
	private static function absent_ids( array $ids, StockPage $page ): array {
		return array_values( array_diff( $ids, array_map( static fn ( StockLevel $level ): int => $level->offer_id, $page->levels ) ) );
	}

	/** @return list<string> */
	private static function skus( StockPage $page ): array {
		return array_map( static fn ( StockLevel $level ): string => $level->sku, $page->levels );
	}
}
