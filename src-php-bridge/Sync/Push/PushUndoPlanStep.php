<?php
/**
 * The phase plan of an undo of numbers that were sent to KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Sync\Availability\Decision;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;

/** From the levels as they were read last. Before a number is sent, its level is read again if it is old. */
final class PushUndoPlanStep implements Step {

	private const PAGE = 200;

	public function __construct(
		private readonly ChangeTable $changes,
		private readonly PushPage $page,
		private readonly PushLog $log,
		private readonly Clock $clock,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		$after   = is_int( $run->cursor['after_id'] ?? null ) ? $run->cursor['after_id'] : 0;
		$written = $this->changes->written( $run->undoes, $after, self::PAGE );
		if ( array() === $written ) {
			return StepResult::done( $run->with( planned_at: $this->clock->now_ms() ), $run->counts->count( Outcome::Updated ) );
		}
		$decisions = $this->page->decisions( $written, $run );
		$counts    = $run->counts;
		$plans     = array();
		foreach ( $written as $change ) {
			$decision = $decisions[ $change->product_id ];
			$counts   = $counts->plus( $decision->outcome );
			$plans[]  = $this->planned( $change->of_run( $run->id ), $decision );
		}
		$this->changes->store( $plans );
		return StepResult::more(
			$run->with(
				cursor: array( 'after_id' => $written[ count( $written ) - 1 ]->product_id ),
				counts: $counts,
				progress_done: $run->progress_done + count( $written )
			)
		);
	}

	private function planned( Change $change, Decision $decision ): Change {
		$result = $this->log->result( $change, $decision );
		return new Change( ...array_merge( get_object_vars( $result ), array( 'reason' => Outcome::Updated === $result->outcome ? 'undo' : $result->reason, 'planned_at' => $this->clock->now_ms(), 'written_at' => null ) ) );
	}
}
