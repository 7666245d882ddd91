<?php
/**
 * The phase plan of an undo.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Undo;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;

/** An undo has no guard, because a person has asked for exactly these numbers. */
final class UndoPlanStep implements Step {

	private const PAGE = 200;

	public function __construct(
		private readonly ChangeTable $changes,
		private readonly UndoPlan $plan,
		private readonly Clock $clock,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		$after   = is_int( $run->cursor['after_id'] ?? null ) ? $run->cursor['after_id'] : 0;
		$written = $this->changes->written( $run->undoes, $after, self::PAGE );
		if ( array() === $written ) {
			return StepResult::done( $run->with( planned_at: $this->clock->now_ms() ), $run->counts->count( Outcome::Updated ) );
		}
		$planned = $this->plan->planned( $written, $run );
		$counts  = $run->counts;
		foreach ( $planned as $change ) {
			$counts = $counts->plus( $change->outcome );
		}
		$this->changes->store( $planned );
		return StepResult::more(
			$run->with(
				cursor: array( 'after_id' => $written[ count( $written ) - 1 ]->product_id ),
				counts: $counts,
				progress_done: $run->progress_done + count( $written )
			)
		);
	}
}
