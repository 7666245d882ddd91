<?php
/**
 * Reads the offers that the shop sells, and no others.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\ErrorKind;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Offer\OfferQuery;
use KeyCrmStock\KeyCrm\Stock\StockEndpoint;
use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Store\Option\WarehouseList;
use KeyCrmStock\Sync\Run\RunFailed;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Run\ReadPlan;
use KeyCrmStock\Value\Run\Run;

/**
 * Known offers are asked for by id. Those that do not come may be sold out, and get a second look. Then every SKU that is not fully answered is asked for by name: new
 * in the shop, unknown to KeyCRM so far, or known there under an id that did not come back. How KeyCRM's
 * filters behave is not documented (keycrm-server/API.md §3.2), so nothing is concluded from what they leave
 * out: where an offer is missing that was there in the last whole read, the whole list decides.
 */
final class ShopOffersReader {

	private const PAGE = 200;

	public function __construct(
		private readonly StockEndpoint $stocks,
		private readonly MissingOffersReader $offer_reader,
		private readonly ShopSkus $skus,
		private readonly LevelTable $levels,
		private readonly WarehouseList $warehouses,
		private readonly OfferTotals $totals,
	) {}

	/**
	 * Gathers a page of products, or asks KeyCRM for what was gathered.
	 *
	 * @throws WaitRequired
	 * @throws RunFailed
	 * @throws ApiException
	 */
	public function advance( Run $run, ShopOffersCursor $cursor ): StepResult {
		if ( ! $cursor->is_full && ! $cursor->at_end ) {
			[ $cursor, $missing ] = $this->gathered( $run, $cursor );
			if ( array() !== $missing && ! $cursor->is_last_way ) {
				return StepResult::more( $this->whole_instead( $run, $cursor, new FullListCursor( missing: $missing ) ) );
			}
		}
		return match ( true ) {
			$cursor->is_full, $cursor->at_end && array() !== $cursor->asking => StepResult::more( ShopOffersCursor::LOOK === $cursor->stage ? $this->read_by_ids( $run, $cursor ) : $this->asked( $run, $cursor ) ),
			! $cursor->at_end => StepResult::more( $run->with( cursor: $cursor->to_array() ) ),
			ShopOffersCursor::IDS === $cursor->stage => StepResult::more( $run->with( cursor: $cursor->at( ShopOffersCursor::LOOK )->to_array() ) ),
			ShopOffersCursor::LOOK === $cursor->stage => StepResult::more( $run->with( cursor: $cursor->at( ShopOffersCursor::SKUS )->to_array() ) ),
			default => $this->finished( $run, $cursor ),
		};
	}

	/** @return array{ShopOffersCursor, list<int>} The cursor, and known offers that did not come by id and cannot be asked for by SKU. */
	private function gathered( Run $run, ShopOffersCursor $cursor ): array {
		$page = $this->skus->page( $cursor->after_id, self::PAGE, $cursor->since );
		if ( null === $page ) {
			return array( $cursor->with( at_end: true ), array() );
		}
		$asking  = $cursor->asking;
		$after   = $cursor->after_id;
		$missing = array();
		foreach ( $page[0] as $shop_sku ) {
			$values = $this->to_ask_for( $run, $cursor, $shop_sku );
			if ( null === $values ) {
				array_push( $missing, ...$shop_sku->unseen_by( $run->id ) );
				continue;
			}
			$more = array_values( array_unique( array( ...$asking, ...$values ) ) );
			if ( ! $this->fits( $cursor, $more ) ) {
				return array( $cursor->with( asking: $asking, after_id: $after, is_full: true ), $missing );
			}
			$asking = $more;
			$after  = $shop_sku->product_id;
		}
		return array( $cursor->with( asking: $asking, after_id: $page[1] ), $missing );
	}

	/** @return list<int|string>|null Null where it cannot be asked for. */
	private function to_ask_for( Run $run, ShopOffersCursor $cursor, ShopSku $shop_sku ): ?array {
		return match ( true ) {
			ShopOffersCursor::IDS === $cursor->stage => array_slice( $shop_sku->offer_ids(), 0, StockQuery::LIMIT ),
			ShopOffersCursor::LOOK === $cursor->stage => array_slice( $shop_sku->unseen_by( $run->id ), 0, StockQuery::LIMIT ),
			$shop_sku->is_answered_in( $run->id ) => array(),
			StockQuery::can_ask_for( $shop_sku->sku ) => array( $shop_sku->sku ),
			default => null,
		};
	}

	/** @param list<int|string> $values */
	private function fits( ShopOffersCursor $cursor, array $values ): bool {
		return ShopOffersCursor::SKUS === $cursor->stage ? StockQuery::has_room_for( array_map( 'strval', $values ) ) : count( $values ) <= StockQuery::LIMIT;
	}

	private function asked( Run $run, ShopOffersCursor $cursor ): Run {
		$by_id = ShopOffersCursor::IDS === $cursor->stage;
		try {
			$page = $this->stocks->page( $by_id ? StockQuery::by_ids( array_map( 'intval', $cursor->asking ) ) : StockQuery::by_skus( array_map( 'strval', $cursor->asking ) ) );
		} catch ( ApiException $error ) {
			if ( ! in_array( $error->kind, array( ErrorKind::Unasked, ErrorKind::Refused, ErrorKind::TooLarge ), true ) ) {
				throw $error;
			}
			return $this->refused( $this->counted( $run ), $cursor, $error );
		}
		$run = $this->counted( $run );
		// The answer has more pages, and a second offer with the same SKU may be on another one.
		if ( 1 === $page->last_page || $by_id ) {
			$this->levels->store( $page->levels, $run->id );
			$this->warehouses->add( $page->warehouse_names() );
		}
		$missing = $by_id ? array() : $this->missing( $run, $cursor );
		return array() === $missing || $cursor->is_last_way
			? $run->with( cursor: $cursor->answered( array_keys( $page->warehouse_names() ) )->to_array() )
			: $this->whole_instead( $run, $cursor, new FullListCursor( missing: $missing ) );
	}

	/**
	 * An unusable answer leaves its offers unseen, so that the full list decides. But that must not happen in every run
	 * if the full list has lacked the offer before.
	 */
	private function read_by_ids( Run $run, ShopOffersCursor $cursor ): Run {
		$ids  = array_map( 'intval', $cursor->asking );
		$page = $this->offer_reader->ask( $run, OfferQuery::by_ids( $ids ) );
		$run  = $this->counted( $run );
		if ( null === $page ) {
			return $run->with( cursor: $cursor->at( ShopOffersCursor::SKUS )->to_array() );
		}
		$this->levels->store( $this->totals->usable( $page->levels ), $run->id );
		return $run->with( cursor: $cursor->answered( array() )->to_array() );
	}

	private function counted( Run $run ): Run {
		$done = $run->progress_done + 1;
		return $run->answered()->with( progress_done: $done, progress_total: max( $done, $run->progress_total ) );
	}

	/** @return list<int> Known offers of the SKUs just asked for that have not come. */
	private function missing( Run $run, ShopOffersCursor $cursor ): array {
		$missing = array();
		foreach ( $this->levels->read_since( array_map( 'strval', $cursor->asking ), $cursor->since ) as $rows ) {
			array_push( $missing, ...( new ShopSku( 0, '', $rows ) )->unseen_by( $run->id ) );
		}
		return $missing;
	}

	/** @throws RunFailed If there is no other way left. */
	private function refused( Run $run, ShopOffersCursor $cursor, ApiException $error ): Run {
		if ( $cursor->is_last_way ) {
			throw RunFailed::list_kept_moving( $error->details );
		}
		return $this->whole_instead( $run, $cursor, new FullListCursor( filters_failed: true ) );
	}

	private function whole_instead( Run $run, ShopOffersCursor $cursor, FullListCursor $whole ): Run {
		$this->levels->forget_listed( $run->id );
		return $run->with( cursor: $whole->to_array(), read_plan: ReadPlan::whole( $cursor->whole ), progress_done: 0, progress_total: $cursor->whole );
	}

	/** @throws RunFailed */
	private function finished( Run $run, ShopOffersCursor $cursor ): StepResult {
		$vanished = array_values( array_diff( $cursor->expected, $cursor->warehouses ) );
		if ( array() === $vanished ) {
			return StepResult::done( $run );
		}
		// The warehouse is empty or was deleted; only the full list can tell which.
		return $cursor->is_last_way
			? throw RunFailed::warehouse_vanished( $vanished )
			: StepResult::more( $this->whole_instead( $run, $cursor, new FullListCursor() ) );
	}
}
