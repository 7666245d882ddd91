<?php
/**
 * The phase guard: stops a run that would lose too much stock, until a person confirms.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Guard;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Hooks;
use KeyCrmStock\Settings\ChangeTimes;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Store\Change\RecentLosses;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Run\GuardReport;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunError;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunStatus;

final class GuardStep implements Step {

	/** Refreshes of this time count as one. */
	private const TOGETHER_MS = HOUR_IN_SECONDS * 1000;

	public function __construct(
		private readonly RunTable $runs,
		private readonly RecentLosses $losses,
		private readonly Guard $guard,
		private readonly SettingsStore $settings,
		private readonly ChangeTimes $changed,
		private readonly Clock $clock,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		if ( null === $run->guard ) {
			throw new \LogicException( 'A plan ends with a report.' );
		}
		$now    = $this->clock->now_ms();
		$sync   = $this->runs->last_good_sync( $run->side );
		$last   = $sync?->guard;
		$plan   = $run->guard;
		$report = $this->guard->weigh( $this->to_weigh( $run, $plan, $last, $now ), $last, $this->settings->get()->guard );
		$reason = 0 === $plan->changes ? '' : $this->reason_to_ask( $run, $sync );
		$report = '' === $reason ? $report : $report->with_reason( $reason );
		$run    = $run->with( guard: $report, planned_at: $now );
		if ( RunMode::Preview === $run->mode ) {
			return StepResult::done( $run );
		}
		$result = array() === $report->reasons || $this->guard->is_confirmed( $report, $run->confirmed )
			? StepResult::done( $run, $plan->changes )
			: StepResult::more( $run->ended( RunStatus::NeedsConfirmation, $now )->with( finished_at: null ) );
		// Only once this run is saved: if its lease is lost, no other run may be cancelled, and a listener that hears of
		// a cancelled run must find the one that waits in its place; otherwise the owner gets a second e-mail.
		return $result->with_after_save( fn () => $this->cancel_waiting_runs( $run, $now ) );
	}

	private function to_weigh( Run $run, GuardReport $plan, ?GuardReport $last, int $now_ms ): GuardReport {
		return RunMode::Refresh === $run->mode ? $this->guard->together( $plan, $this->losses->since( $now_ms - self::TOGETHER_MS, $run->side ), $last ) : $plan;
	}

	/** Why a person is asked whatever the numbers are; '' for no reason. */
	private function reason_to_ask( Run $run, ?Run $last ): string {
		$chosen_at = $this->changed->direction_at();
		return match ( true ) {
			RunMode::Fill === $run->mode => GuardReport::FILL,
			null !== $chosen_at && ( null === $last || $last->started_at < $chosen_at ) => GuardReport::NEW_DIRECTION,
			default => '',
		};
	}

	/**
	 * Cancels runs that wait for a person with numbers from before this read. A refresh has not read what a sync waits with,
	 * and what a person has planned to create or to fill is the person's to decide.
	 */
	private function cancel_waiting_runs( Run $run, int $now ): void {
		$waiting = array_filter( $this->runs->waiting_for_a_person( $run->id ), static fn ( Run $old ): bool => RunTable::CREATE !== $old->lane && ( RunMode::Fill !== $old->mode || RunMode::Fill === $run->mode ) && ( RunMode::Refresh !== $run->mode || $old->lane === $run->lane ) );
		foreach ( $waiting as $old ) {
			$retired = $old->ended( RunStatus::Cancelled, $now, new RunError( RunError::SUPERSEDED ) );
			if ( $this->runs->transition( $old, $retired, $now ) ) {
				Hooks::run_ended( $retired );
			}
		}
	}
}
