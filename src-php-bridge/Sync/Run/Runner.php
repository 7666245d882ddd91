<?php
/**
 * Advances a run, step by step.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Hooks;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\Store\Run\LeaseLost;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Run\RunStatus;

/**
 * The admin screen, Action Scheduler, the tick and WP-CLI all call advance(). Any of them may die at any instruction;
 * the next one goes on from what was saved last.
 */
final class Runner {

	public function __construct(
		private readonly RunTable $runs,
		private readonly Pipelines $pipelines,
		private readonly StepFailures $faults,
		private readonly Clock $clock,
	) {}

	/**
	 * Works on the run until it ends, must wait, or the budget is used up. Returns the run as it is then.
	 *
	 * @throws DatabaseError If not even the run can be read or saved. The next call goes on from what was saved last.
	 */
	public function advance( Run $run, Budget $budget ): Run {
		$taken = Lease::take( $this->runs, $run->id, $this->clock );
		if ( null === $taken ) {
			return $this->runs->find( $run->id ) ?? $run;
		}
		[ $lease, $run ] = $taken;
		try {
			$run = $this->worked( $run, $lease, $budget );
		} catch ( LeaseLost ) {
			return $this->runs->find( $run->id ) ?? $run;
		} finally {
			$lease->release();
		}
		if ( ! $run->status->is_active() ) {
			Hooks::run_ended( $run );
		}
		return $run;
	}

	/** @throws LeaseLost */
	private function worked( Run $run, Lease $lease, Budget $budget ): Run {
		$failed = $this->faults->after_deaths( $run );
		if ( null !== $failed ) {
			return $lease->save( $failed );
		}
		$run = $run->with( status: RunStatus::Running, waits_for: '', resume_at: null );
		do {
			// The first step runs even without budget, so that runs also end on a server that never has any.
			$run = $this->one_step( $run, $lease );
		} while ( $run->status->is_active() && null === $run->resume_at && $budget->has_room( $this->clock->now_ms() ) );
		return $run;
	}

	/** @throws LeaseLost */
	private function one_step( Run $run, Lease $lease ): Run {
		try {
			$pipeline = $this->pipelines->for_run( $run );
			// A step that has ended proves that the database works.
			$result = $pipeline->step( $run->phase )->advance( $run->with( database_faults: 0 ), $lease );
			$saved  = $lease->save( $this->in_its_phase( $result, $pipeline ) );
			null === $result->after_save || ( $result->after_save )();
			return $saved;
		} catch ( LeaseLost $lost ) {
			throw $lost;
		} catch ( \Throwable $cause ) {
			// The step may have saved part of its work before it threw.
			$saved = $lease->save( $this->faults->after( $this->runs->find( $run->id ) ?? $run, $cause ) );
			$this->tell( $saved, $cause );
			return $saved;
		}
	}

	private function in_its_phase( StepResult $result, Pipeline $pipeline ): Run {
		if ( ! $result->is_done && ! $result->begins_anew ) {
			return $result->run;
		}
		$next = $result->begins_anew ? $pipeline->first() : $pipeline->after( $result->run->phase );
		$run  = $result->run->at( $next )->with( progress_total: $result->next_total, cursor: $result->next_cursor );
		return RunPhase::Done === $next ? $run->ended( RunStatus::Succeeded, $this->clock->now_ms() ) : $run;
	}

	private function tell( Run $run, \Throwable $cause ): void {
		if ( null === $run->resume_at ) {
			return;
		}
		$delay = max( 0, $run->resume_at - $this->clock->now_ms() );
		match ( true ) {
			$cause instanceof ApiException => Hooks::run_delayed( $run, $cause->kind->value, $cause->details, $delay ),
			$cause instanceof DatabaseError => Hooks::run_delayed( $run, RunFailed::DATABASE, $cause->getMessage(), $delay ),
			default => null,
		};
	}
}
