<?php
/**
 * Reads KeyCRM's whole list of levels, a page at a time.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\StockPage;
use KeyCrmStock\KeyCrm\StockQuery;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Store\LevelTable;
use KeyCrmStock\Store\WarehouseList;
use KeyCrmStock\Value\Run;
use KeyCrmStock\Value\RunPhase;

/**
 * The list has no order and stock is live, so rows may move between pages. A read counts only when
 * every page named the same total and that many distinct offers were seen; otherwise it begins anew.
 */
final class ReadStep implements Step {

	private const MOST_RESTARTS = 3;

	public function __construct(
		private readonly PacedReader $reader,
		private readonly LevelTable $levels,
		private readonly WarehouseList $warehouses,
		private readonly SettingsStore $settings,
	) {}

	public function advance( Run $run, Lease $lease ): Run {
		$cursor = ReadCursor::from_array( $run->cursor );
		$page   = $this->reader->page( StockQuery::all( $cursor->next_page ) );
		$run    = $run->with( requests: $run->requests + 1, attempts: 0 );
		if ( $cursor->total >= 0 && $page->total !== $cursor->total ) {
			return $lease->save( $this->restarted( $run, $cursor, "total {$cursor->total}, then {$page->total}" ) );
		}
		$this->levels->store( $page->levels, $run->id );
		$names = $page->warehouse_names();
		$this->warehouses->add( $names );
		$cursor = $cursor->after_page( $page->total, array_keys( $names ) );
		return $lease->save( $cursor->next_page > $page->last_page ? $this->finished( $run, $cursor ) : $this->continued( $run, $cursor, $page ) );
	}

	private function continued( Run $run, ReadCursor $cursor, StockPage $page ): Run {
		return $run->with( cursor: $cursor->to_array(), progress_done: $cursor->next_page - 1, progress_total: $page->last_page );
	}

	/** @throws RunFailed */
	private function finished( Run $run, ReadCursor $cursor ): Run {
		if ( 0 === $cursor->total ) {
			throw RunFailed::empty_catalogue();
		}
		$seen = $this->levels->seen_by( $run->id );
		if ( $seen !== $cursor->total ) {
			return $this->restarted( $run, $cursor, "total {$cursor->total}, distinct $seen" );
		}
		$vanished = array_values( array_diff( $this->settings->get()->warehouse_ids, $cursor->warehouses ) );
		if ( array() !== $vanished ) {
			throw RunFailed::warehouse_vanished( $vanished );
		}
		return $run->at( RunPhase::Recheck );
	}

	/** @throws RunFailed */
	private function restarted( Run $run, ReadCursor $cursor, string $details ): Run {
		if ( $cursor->restarts >= self::MOST_RESTARTS ) {
			throw RunFailed::list_kept_moving( $details );
		}
		$this->levels->forget_run( $run->id );
		return $run->with( cursor: $cursor->restarted()->to_array(), progress_done: 0 );
	}
}
