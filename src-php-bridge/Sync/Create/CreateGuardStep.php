<?php
/**
 * The phase guard of a run that makes products: a person looks at the list first.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Hooks;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunError;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Run\RunStatus;

/** Always stops if there is anything to make, also after a confirmation that came so late that the list was made anew. */
final class CreateGuardStep implements Step {

	public function __construct(
		private readonly RunTable $runs,
		private readonly Clock $clock,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		$now    = $this->clock->now_ms();
		$run    = $run->with( planned_at: $now );
		$result = 0 === $run->counts->count( Outcome::Created )
			? $run->at( RunPhase::Done )->ended( RunStatus::Succeeded, $now )
			: $run->ended( RunStatus::NeedsConfirmation, $now )->with( finished_at: null );
		return StepResult::more( $result )->with_after_save( fn () => $this->cancel_waiting_runs( $run, $now ) );
	}

	/** An older list of the same kind is out of date. */
	private function cancel_waiting_runs( Run $run, int $now ): void {
		foreach ( $this->runs->waiting_for_a_person( $run->id ) as $old ) {
			$retired = $old->ended( RunStatus::Cancelled, $now, new RunError( RunError::SUPERSEDED ) );
			if ( $old->lane === $run->lane && $this->runs->transition( $old, $retired, $now ) ) {
				Hooks::run_ended( $retired );
			}
		}
	}
}
