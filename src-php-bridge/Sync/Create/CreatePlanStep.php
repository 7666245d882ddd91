<?php
/**
 * The phase plan of a run that makes products on the other side: which, and why not the others.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\ErrorKind;
use KeyCrmStock\KeyCrm\Product\ProductEndpoint;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Mismatch\MismatchTable;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\RunFailed;
use KeyCrmStock\Sync\Run\SettingsFingerprint;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Comparison;
use KeyCrmStock\Value\Change\Mismatch;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;

/**
 * Begins with a copy of the newest comparison's lists, because a sync beside it may replace them. Then it asks KeyCRM for
 * its categories, and for the SKUs once more.
 */
final class CreatePlanStep implements Step {

	private const ROWS_AT_A_TIME = 500;

	private const MOST_CATEGORY_PAGES = 20;

	/** @param \Closure(): ?Comparison $comparison The newest one; null before the shop was compared with this account. */
	public function __construct(
		private readonly \Closure $comparison,
		private readonly MismatchTable $mismatches,
		private readonly ChangeTable $changes,
		private readonly ProductEndpoint $products,
		private readonly PlanSource $source,
		private readonly SettingsFingerprint $settings,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		if ( array() === $run->cursor ) {
			return StepResult::more( $this->begun( $run ) );
		}
		$cursor = CreatePlanCursor::from_array( $run->cursor );
		return CreatePlanCursor::CATEGORIES === $cursor->stage
			? StepResult::more( $this->with_categories( $run, $cursor ) )
			: $this->source->check( $run, $cursor, $lease );
	}

	/** @throws RunFailed */
	private function begun( Run $run ): Run {
		$comparison = ( $this->comparison )() ?? throw RunFailed::not_compared();
		$this->changes->forget_run( $run->id );
		$total = 0;
		foreach ( $this->source->lists() as [ $group, $outcome, $reason ] ) {
			foreach ( $this->mismatches->portions( $group, $comparison, self::ROWS_AT_A_TIME ) as $portion ) {
				$total += Outcome::Created === $outcome ? count( $portion ) : 0;
				$this->changes->store( array_map( fn ( Mismatch $found ): Change => $this->source->row( $run->id, $found, $outcome, $reason ), $portion ) );
			}
		}
		return $run->with(
			settings: $this->settings->current(),
			cursor: ( new CreatePlanCursor() )->to_array(),
			progress_total: $total
		);
	}

	/** Without categories products are made all the same, so an account that refuses this list is no failure. */
	private function with_categories( Run $run, CreatePlanCursor $cursor ): Run {
		try {
			[ $last, $found ] = $this->products->categories( $cursor->page );
		} catch ( ApiException $error ) {
			if ( ! in_array( $error->kind, array( ErrorKind::NotFound, ErrorKind::Refused, ErrorKind::Forbidden ), true ) ) {
				throw $error;
			}
			[ $last, $found ] = array( $cursor->page, array() );
		}
		$is_last = $cursor->page >= min( $last, self::MOST_CATEGORY_PAGES );
		$next    = $cursor->with(
			stage: $is_last ? CreatePlanCursor::CHECK : CreatePlanCursor::CATEGORIES,
			page: $cursor->page + 1,
			categories: array( ...$cursor->categories, ...$found )
		);
		return $run->answered()->with( cursor: $next->to_array() );
	}
}
