<?php
/**
 * Computes what would change, without changing anything.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Plan;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopStockSettings;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Sync\Match\SkuMatcher;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\RunFailed;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Run\OutcomeCounts;
use KeyCrmStock\Value\Run\Run;

final class PlanStep implements Step {

	private const PAGE = 500;

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly ShopStockSettings $shop,
		private readonly ChangeTable $changes,
		private readonly SkuMatcher $claims,
		private readonly PagePlanner $page,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		if ( array() === $run->cursor ) {
			return StepResult::more( $this->begun( $run ) );
		}
		$cursor   = PlanCursor::from_array( $run->cursor );
		$products = $this->catalogue->page( $cursor->after_id, self::PAGE );
		$last_id  = array() === $products ? PHP_INT_MAX : $products[ count( $products ) - 1 ]->id;
		// Only what this run's own complete read has listed counts.
		$is_listed = static fn ( LevelRow $row ): bool => $row->listed_in === $run->id;
		if ( PlanCursor::COMPUTE === $cursor->stage ) {
			$levels = $this->claims->levels_of( $products );
		} else {
			$claims = $this->claims->matches( $products, $is_listed, $cursor->after_id, $last_id );
			if ( $claims->is_late && PlanCursor::BOTH === $cursor->stage ) {
				// This is saved before the matches are stored: a worker that repeats the page would find no new duplicate.
				return StepResult::more( $this->at( $run, $cursor->with( stage: PlanCursor::MATCH ) ) );
			}
			$this->claims->store( $claims );
			$levels = $claims->levels;
		}
		if ( array() === $products ) {
			return $this->stage_done( $run, $cursor );
		}
		if ( PlanCursor::MATCH !== $cursor->stage ) {
			[ $run, $cursor ] = $this->page->compute( $products, $levels, $is_listed, $run, $cursor );
		}
		$cursor = $cursor->with(
			after_id: $last_id,
			seen: $cursor->seen + count( $products )
		);
		return StepResult::more( $this->at( $run, $cursor ) );
	}

	/** @throws RunFailed */
	private function begun( Run $run ): Run {
		if ( ! $this->shop->manages_stock() ) {
			throw RunFailed::shop_does_not_manage_stock();
		}
		$this->changes->forget_run( $run->id );
		return $this->at( $run, new PlanCursor( total: $this->catalogue->total() ) );
	}

	private function stage_done( Run $run, PlanCursor $cursor ): StepResult {
		if ( PlanCursor::MATCH === $cursor->stage ) {
			$this->changes->forget_run( $run->id );
			return StepResult::more( $this->at( $run->with( counts: new OutcomeCounts() ), new PlanCursor( PlanCursor::COMPUTE, total: $cursor->total ) ) );
		}
		return StepResult::done( $run->with( guard: $cursor->report() ) );
	}

	private function at( Run $run, PlanCursor $cursor ): Run {
		return $run->with( cursor: $cursor->to_array(), progress_done: $cursor->progress(), progress_total: $cursor->total );
	}
}
