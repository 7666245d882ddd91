<?php
/**
 * The phase read of a refresh: reads the levels of the offers that have changed.
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
use KeyCrmStock\Store\Level\DirtyOffer;
use KeyCrmStock\Store\Level\DirtyOffers;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Store\Option\FullReadCheckpoint;
use KeyCrmStock\Store\Option\WarehouseList;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Stock\StockLevel;

/**
 * One request in each step. Offers are noted as answered only after the run is saved together with what is left to ask
 * for them. So if a process dies, the next one asks again, and no change is forgotten. An offer that the stock list
 * leaves out may be sold out (keycrm-server/API.md §3.4), so it gets a second look. What stays unknown keeps its
 * stock quantity.
 */
final class RefreshReadStep implements Step {

	/** @param bool $sales_first Whether offers that are marked by SKU are sent on before others are read: sales of a shop that leads. */
	public function __construct(
		private readonly DirtyOffers $offers,
		private readonly StockEndpoint $stocks,
		private readonly MissingOffersReader $offer_reader,
		private readonly LevelTable $levels,
		private readonly WarehouseList $warehouses,
		private readonly OfferTotals $totals,
		private readonly FullReadCheckpoint $full_read,
		private readonly bool $sales_first = false,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		if ( array() === $run->cursor ) {
			return StepResult::more( $this->begun( $run ) );
		}
		$absent = is_array( $run->cursor['absent'] ?? null ) ? array_values( array_map( 'intval', $run->cursor['absent'] ) ) : array();
		if ( array() !== $absent ) {
			return StepResult::more( $this->looked( $run, $absent ) );
		}
		$next  = $this->offers->next( $run->id, StockQuery::LIMIT );
		$named = array_values( array_filter( $next, static fn ( DirtyOffer $offer ): bool => 0 === $offer->offer_id ) );
		return match ( true ) {
			// The orders need another look only if a number may rise.
			array() === $next, array() === $named && $this->sales_first && true === ( $run->cursor['sales'] ?? false ) => StepResult::done( $run, (int) self::has_risen( $run ) ),
			array() === $named => $this->asked_by_id( $run, $next, array_map( static fn ( DirtyOffer $offer ): int => $offer->offer_id, $next ) ),
			default => $this->asked_by_name( $run, $named, array_values( array_filter( $next, static fn ( DirtyOffer $offer ): bool => $offer->offer_id > 0 ) ) ),
		};
	}

	/**
	 * Without a full read of this account nothing is known of its offers, and nothing may be written. What is reported
	 * during the wait for the request is read by it too.
	 *
	 * @throws WaitRequired
	 */
	private function begun( Run $run ): Run {
		if ( null === $this->full_read->last() ) {
			return $this->at( $run, array(), false );
		}
		$this->stocks->wait_for_slot();
		$is_again = $this->offers->has_been_claimed();
		$count    = $this->offers->claim( $run->id );
		return $this->at( $run->with( progress_total: (int) ceil( $count / StockQuery::LIMIT ) ), array(), $is_again );
	}

	/**
	 * @param list<DirtyOffer> $asked
	 * @param list<int>        $ids   Theirs.
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	private function asked_by_id( Run $run, array $asked, array $ids ): StepResult {
		$page  = $this->stocks->page( StockQuery::by_ids( $ids ) );
		$risen = $this->stored( $page->levels );
		$this->warehouses->add( $page->warehouse_names() );
		$absent = array_diff( $ids, array_map( static fn ( StockLevel $level ): int => $level->offer_id, $page->levels ) );
		return $this->answered( $this->counted( $run ), $asked, array_values( $absent ), $risen );
	}

	/**
	 * Known offers are asked for by id, because only then a missing one gets its second look, and others can be asked for with
	 * the same request.
	 *
	 * @param non-empty-list<DirtyOffer> $named  Offers of which only the SKU is known.
	 * @param list<DirtyOffer>           $others Offers whose id is known.
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	private function asked_by_name( Run $run, array $named, array $others ): StepResult {
		$known = $this->levels->read_since( array_map( static fn ( DirtyOffer $offer ): string => $offer->sku, $named ), $this->full_read->last()->started_at ?? PHP_INT_MAX );
		$ids   = array();
		$asked = array();
		foreach ( $named as $offer ) {
			$more = ( new ShopSku( 0, $offer->sku, $known[ 'sku:' . $offer->sku ] ?? array() ) )->offer_ids();
			if ( array() !== $more && count( array( ...$ids, ...$more ) ) <= StockQuery::LIMIT ) {
				$ids     = array( ...$ids, ...$more );
				$asked[] = $offer;
			}
		}
		if ( array() === $asked ) {
			return $this->asked_by_sku( $run, $named );
		}
		$room = array_slice( $others, 0, max( 0, StockQuery::LIMIT - count( $ids ) ) );
		$ids  = array_values( array_unique( array( ...$ids, ...array_map( static fn ( DirtyOffer $offer ): int => $offer->offer_id, $room ) ) ) );
		return $this->asked_by_id( $run, array( ...$asked, ...$room ), $ids );
	}

	/**
	 * @param non-empty-list<DirtyOffer> $named
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	private function asked_by_sku( Run $run, array $named ): StepResult {
		$skus  = array();
		$asked = array();
		foreach ( $named as $offer ) {
			$can_ask = StockQuery::can_ask_for( $offer->sku );
			if ( $can_ask && ! StockQuery::has_room_for( array( ...$skus, $offer->sku ) ) ) {
				break;
			}
			$asked[] = $offer;
			$skus    = $can_ask ? array( ...$skus, $offer->sku ) : $skus;
		}
		if ( array() === $skus ) {
			return $this->answered( $run, $asked, array(), false );
		}
		$page = $this->stocks->page( StockQuery::by_skus( $skus ) );
		// The answer has more pages, and a second offer with the same SKU may be on another one.
		$is_whole = 1 === $page->last_page;
		$risen    = $is_whole && $this->stored( $page->levels );
		if ( $is_whole ) {
			$this->warehouses->add( $page->warehouse_names() );
		}
		return $this->answered( $this->counted( $run ), $asked, array(), $risen );
	}

	/**
	 * @param list<int> $absent Offers that the stock list has left out.
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	private function looked( Run $run, array $absent ): Run {
		$page  = $this->offer_reader->ask( $run, OfferQuery::by_ids( $absent ) );
		$risen = false;
		if ( null !== $page ) {
			$risen = $this->stored( $this->totals->usable( $page->levels ) );
		}
		return $this->at( $this->counted( $run ), array(), $risen );
	}

	/**
	 * @param list<DirtyOffer> $asked
	 * @param list<int>        $absent
	 */
	private function answered( Run $run, array $asked, array $absent, bool $risen ): StepResult {
		$sales = array() !== array_filter( $asked, static fn ( DirtyOffer $offer ): bool => 0 === $offer->offer_id );
		return StepResult::more( $this->at( $run, $absent, $risen, $sales ) )->with_after_save( fn () => $this->offers->note_answered( $asked, $run->id ) );
	}

	private function counted( Run $run ): Run {
		$done = $run->progress_done + 1;
		return $run->answered()->with( progress_done: $done, progress_total: max( $done, $run->progress_total ) );
	}

	/**
	 * @param list<StockLevel> $levels
	 * @return bool Whether one of them may give a product more than the level before.
	 */
	private function stored( array $levels ): bool {
		$known = $this->levels->by_offers( array_map( static fn ( StockLevel $level ): int => $level->offer_id, $levels ) );
		$this->levels->store( $levels, 0 );
		return array() !== array_filter( $levels, static fn ( StockLevel $level ): bool => ! isset( $known[ $level->offer_id ] ) || $level->may_give_more_than( $known[ $level->offer_id ]->level ) );
	}

	private static function has_risen( Run $run ): bool {
		return true === ( $run->cursor['risen'] ?? false );
	}

	/**
	 * @param list<int> $absent To be looked up in the next step.
	 * @param bool      $risen  Whether a level of this step may raise a number.
	 * @param bool      $sales  Whether offers were asked for that are known by SKU only.
	 */
	private function at( Run $run, array $absent, bool $risen, bool $sales = false ): Run {
		return $run->with(
			cursor: array(
				'absent' => $absent,
				'risen'  => $risen || self::has_risen( $run ),
				'sales'  => $sales || true === ( $run->cursor['sales'] ?? false ),
			)
		);
	}
}
