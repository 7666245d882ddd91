<?php
/**
 * Keeps a run to the settings that its plan was made with.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Value\Run\OutcomeCounts;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Run\RunStatus;

/**
 * Wraps the phases plan, guard and write, so that they all work with the same settings. If others are saved in between,
 * the run begins anew and reads again, because warehouses, orders and the account decide what is read. Once numbers are
 * written it ends instead, because a new plan would replace their log; the worker then starts a new run. It also ends if
 * the other side's quantities are to be written now.
 */
final class SettingsWatch implements Step {

	public function __construct(
		private readonly Step $step,
		private readonly SettingsFingerprint $fingerprint,
		private readonly Clock $clock,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		$settings = $this->fingerprint->current();
		if ( RunMode::Fill !== $run->mode && $run->side !== $this->fingerprint->written_side() ) {
			return $this->ended( $run );
		}
		if ( RunPhase::Plan === $run->phase && array() === $run->cursor ) {
			return $this->step->advance( $this->begun( $run, $settings ), $lease );
		}
		try {
			// A run that was planned by an older version has no fingerprint.
			if ( ! in_array( $run->settings, array( '', $settings ), true ) ) {
				throw new SettingsChanged();
			}
			return $this->step->advance( $run, $lease );
		} catch ( SettingsChanged ) {
			return $this->begun_anew( $run );
		}
	}

	/** A person has confirmed numbers of certain settings. With other settings the guard asks again. */
	private function begun( Run $run, string $settings ): Run {
		return $run->with(
			settings: $settings,
			confirmed: $run->settings === $settings ? $run->confirmed : null
		);
	}

	private function begun_anew( Run $run ): StepResult {
		return RunPhase::Write === $run->phase && $run->progress_done > 0
			? $this->ended( $run )
			: StepResult::again( $run->with( counts: new OutcomeCounts() ) );
	}

	private function ended( Run $run ): StepResult {
		return StepResult::more( $run->at( RunPhase::Done )->ended( RunStatus::Cancelled, $this->clock->now_ms(), RunFailed::settings_changed()->error ) );
	}
}
