<?php
/**
 * The phase plan of a refresh: computes the numbers of the products whose offers were just read.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Plan;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Level\DirtyOffers;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Store\Option\FullReadCheckpoint;
use KeyCrmStock\Sync\Match\SkuMatcher;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Run\Run;

/**
 * Goes by SKUs, a page of them in each step. All products with one SKU are on one page, so a duplicate is seen at once.
 * KeyCRM has the offers of the last full list and those that were read since; a refresh alone cannot tell that an offer
 * is gone, so none is set to 0 for that.
 */
final class RefreshPlanStep implements Step {

	private const PAGE = 200;

	public function __construct(
		private readonly DirtyOffers $offers,
		private readonly FullReadCheckpoint $full_read,
		private readonly ChangeTable $changes,
		private readonly SkuMatcher $matcher,
		private readonly PagePlanner $page,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		$skus = $this->offers->skus( $run->id );
		if ( array() === $run->cursor ) {
			return StepResult::more( $this->begun( $run, count( $skus ) ) );
		}
		$cursor = PlanCursor::from_array( $run->cursor );
		$next   = array_slice( array_values( array_filter( $skus, static fn ( string $sku ): bool => strcmp( $sku, $cursor->after_sku ) > 0 ) ), 0, self::PAGE );
		if ( array() === $next ) {
			return StepResult::done( $run->with( guard: $cursor->report() ) );
		}
		$since     = $this->full_read->last()->started_at ?? PHP_INT_MAX;
		$is_listed = static fn ( LevelRow $row ): bool => $row->level->read_at >= $since && 0 === $row->gone_in;
		$products  = $this->matcher->products_with( $next );
		$matches   = $this->matcher->matches_of_skus( $products, $is_listed );
		$this->matcher->store( $matches );
		[ $run, $cursor ] = array() === $products ? array( $run, $cursor ) : $this->page->compute( $products, $matches->levels, $is_listed, $run, $cursor );
		return StepResult::more(
			$this->at(
				$run,
				$cursor->with(
					after_sku: $next[ count( $next ) - 1 ],
					seen: $cursor->seen + count( $next )
				)
			)
		);
	}

	private function begun( Run $run, int $total ): Run {
		$this->changes->forget_run( $run->id );
		return $this->at( $run, new PlanCursor( total: $total ) );
	}

	private function at( Run $run, PlanCursor $cursor ): Run {
		return $run->with( cursor: $cursor->to_array(), progress_done: $cursor->seen, progress_total: $cursor->total );
	}
}
