<?php
/**
 * Reads KeyCRM's full list of stock, page by page.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Stock\StockEndpoint;
use KeyCrmStock\KeyCrm\Stock\StockPage;
use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Store\Option\FullReadCheckpoint;
use KeyCrmStock\Store\Option\WarehouseList;
use KeyCrmStock\Sync\Run\RunFailed;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Run\FullRead;
use KeyCrmStock\Value\Run\ReadPlan;
use KeyCrmStock\Value\Run\Run;

/**
 * The list has no order and stock is live, so rows may move between pages. A read counts only if every page
 * named the same total and that many distinct offers were seen; otherwise it begins anew.
 */
final class FullListReader {

	private const MOST_RESTARTS = 3;

	/** Filters that have failed once are not used for this long. */
	private const DISTRUST_MS = 24 * 60 * 60 * 1000;

	public function __construct(
		private readonly StockEndpoint $stocks,
		private readonly LevelTable $levels,
		private readonly WarehouseList $warehouses,
		private readonly SettingsStore $settings,
		private readonly FullReadCheckpoint $memory,
	) {}

	/**
	 * @throws WaitRequired
	 * @throws RunFailed
	 * @throws ApiException
	 */
	public function advance( Run $run, FullListCursor $cursor ): StepResult {
		$page = $this->stocks->page( StockQuery::all( $cursor->next_page ) );
		$run  = $run->answered();
		if ( $cursor->total >= 0 && $page->total !== $cursor->total ) {
			return StepResult::more( $this->restarted( $run, $cursor, "total {$cursor->total}, then {$page->total}" ) );
		}
		$this->levels->store( $page->levels, $run->id );
		$names = $page->warehouse_names();
		$this->warehouses->add( $names );
		$cursor = $cursor->after_page( $page, array_keys( $names ) );
		return $cursor->next_page > $page->last_page ? $this->finished( $run, $cursor ) : StepResult::more( $this->continued( $run, $cursor, $page ) );
	}

	private function continued( Run $run, FullListCursor $cursor, StockPage $page ): Run {
		return $run->with(
			cursor: $cursor->to_array(),
			read_plan: ReadPlan::whole( $page->last_page ),
			progress_done: $cursor->next_page - 1,
			progress_total: $page->last_page
		);
	}

	/** @throws RunFailed */
	private function finished( Run $run, FullListCursor $cursor ): StepResult {
		if ( 0 === $cursor->total ) {
			throw RunFailed::empty_catalogue();
		}
		$seen = $this->levels->count_listed( $run->id );
		if ( $seen !== $cursor->total ) {
			return StepResult::more( $this->restarted( $run, $cursor, "total {$cursor->total}, distinct $seen" ) );
		}
		$this->memory->note( new FullRead( $cursor->started_at, $cursor->total, $this->filters_at( $run, $cursor ) ) );
		$vanished = array_values( array_diff( $this->settings->get()->warehouse_ids, $cursor->warehouses ) );
		if ( array() !== $vanished ) {
			throw RunFailed::warehouse_vanished( $vanished );
		}
		return StepResult::done( $run->with( read_plan: ReadPlan::whole( $cursor->next_page - 1 ) ) );
	}

	/** If an offer that a filter has left out is in the list, the filter does not work. */
	private function filters_at( Run $run, FullListCursor $cursor ): int {
		$failed = $cursor->filters_failed;
		foreach ( $this->levels->by_offers( $cursor->missing ) as $row ) {
			$failed = $failed || $row->listed_in === $run->id;
		}
		return $failed ? $cursor->started_at + self::DISTRUST_MS : $this->memory->last()->filters_at ?? 0;
	}

	/** @throws RunFailed */
	private function restarted( Run $run, FullListCursor $cursor, string $details ): Run {
		$this->levels->forget_listed( $run->id );
		if ( $cursor->restarts < self::MOST_RESTARTS ) {
			return $run->with( cursor: $cursor->restarted()->to_array(), progress_done: 0 );
		}
		$last = $this->memory->last();
		if ( $cursor->filters_failed || $run->started_at < ( $last->filters_at ?? 0 ) ) {
			throw RunFailed::list_kept_moving( $details );
		}
		// Reading the shop's own offers does not depend on their places in the list.
		$survey = new ShopOffersCursor( ShopOffersCursor::SURVEY, $last->started_at ?? $run->started_at, ReadStrategy::pages( $cursor->total ), is_last_way: true );
		return $run->with( cursor: $survey->to_array(), progress_done: 0, progress_total: 0 );
	}
}
