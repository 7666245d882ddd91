<?php
/**
 * Begins, cancels, confirms and applies runs, for a person or the schedule.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Hooks;
use KeyCrmStock\Settings\ApiKeyStore;
use KeyCrmStock\Store\Run\RunAlerts;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\OutcomeCounts;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunError;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Run\RunStatus;
use KeyCrmStock\Value\Run\RunTrigger;
use KeyCrmStock\Value\Stock\Side;

final class RunService {

	/** For this long a preview may be applied, or a stopped run confirmed, with the numbers as seen. Later the run reads again. */
	private const FRESH_MS = 15 * 60 * 1000;

	private const TRIES = 5;

	/** A person's decisions. */
	private const CANCEL  = 'cancel';
	private const CONFIRM = 'confirm';
	private const APPLY   = 'apply';

	public function __construct(
		private readonly RunTable $runs,
		private readonly RunAlerts $alerts,
		private readonly Scheduler $schedule,
		private readonly ApiKeyStore $key,
		private readonly SettingsFingerprint $settings,
		private readonly Pipelines $pipelines,
		private readonly Clock $clock,
	) {}

	/** Where a run of this mode begins. */
	public function first_phase( Side $side, RunMode $mode ): RunPhase {
		return $this->pipelines->first_phase( $side, $mode );
	}

	/** Whose stock quantities are written at present. */
	public function written_side(): Side {
		return $this->pipelines->written_side();
	}

	/** When the owner has chosen the present direction, unix milliseconds; 0 if it was never another one. */
	public function direction_since(): int {
		return $this->pipelines->direction_since();
	}

	/**
	 * @throws RunActive
	 * @throws RunNotPossible
	 * @throws RunFailed Without an API key, with settings that cannot be read, or without a warehouse for the shop's quantities.
	 */
	public function start( RunMode $mode, RunTrigger $trigger, ?string $lane = null ): Run {
		$this->assert_possible();
		$lane ??= $mode->creates() ? RunTable::CREATE : RunTable::MAIN;
		$side = $this->pipelines->side_of_new( $mode );
		return $this->begin( $lane, fn ( int $now_ms ): ?Run => $this->runs->create( $lane, $side, $mode, $this->first_phase( $side, $mode ), $trigger, $now_ms ) );
	}

	/** @throws RunFailed Without an API key, or with settings that cannot be read. */
	public function assert_possible(): void {
		if ( '' === $this->key->get() ) {
			throw RunFailed::without_key( $this->key );
		}
		if ( '' === $this->settings->current_or_none() ) {
			throw RunFailed::settings_damaged();
		}
	}

	/**
	 * Begins a run if none is active in its lane. The active one may end between our INSERT and our SELECT; then the
	 * lane is free, and we try again.
	 *
	 * @param \Closure( int ): ?Run $create Given the time; null where the database refuses a second run in the lane.
	 * @throws RunActive
	 * @throws RunNotPossible
	 */
	public function begin( string $lane, \Closure $create ): Run {
		$now = $this->clock->now_ms();
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$run = $create( $now );
			if ( null !== $run ) {
				$this->schedule->continue_run( $run );
				return $run;
			}
			$active = $this->runs->active( $lane );
			if ( null !== $active ) {
				throw new RunActive( $active );
			}
			$this->runs->end_unknown( $lane, $now );
		}
		throw RunNotPossible::not_started();
	}

	/** Stores a run that could not even begin, so that the history shows it. */
	public function note_failure( RunTrigger $trigger, RunError $error, string $lane = RunTable::MAIN ): void {
		Hooks::run_ended( $this->alerts->create_failed( $lane, $trigger, $error, $this->clock->now_ms() ) );
	}

	/**
	 * Cancels an active run, or discards one that waits for a decision.
	 *
	 * @throws RunNotPossible
	 */
	public function cancel( int $id ): Run {
		// A worker may change the run between our read and our change.
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$run = $this->runs->find( $id );
			if ( null === $run || ! ( $run->status->is_active() || RunStatus::NeedsConfirmation === $run->status ) ) {
				break;
			}
			$now       = $this->clock->now_ms();
			$cancelled = $run->ended( RunStatus::Cancelled, $now );
			if ( $this->runs->transition( $run, $cancelled, $now ) ) {
				Hooks::run_decided( $cancelled, self::CANCEL );
				Hooks::run_ended( $cancelled );
				return $cancelled;
			}
		}
		throw RunNotPossible::not_active();
	}

	/**
	 * A person confirms what the guard has stopped.
	 *
	 * @throws RunActive
	 * @throws RunNotPossible
	 */
	public function confirm( int $id ): Run {
		$run = $this->runs->find( $id );
		if ( null === $run || RunStatus::NeedsConfirmation !== $run->status ) {
			throw RunNotPossible::not_waiting();
		}
		$this->assert_direction( $run );
		return $this->carry_on( $run, $run->with( confirmed: $run->guard ), self::CONFIRM );
	}

	/**
	 * A person has a preview written.
	 *
	 * @throws RunActive
	 * @throws RunNotPossible
	 */
	public function apply( int $id ): Run {
		$run = $this->runs->find( $id );
		if ( null === $run || RunMode::Preview !== $run->mode || RunStatus::Succeeded !== $run->status ) {
			throw RunNotPossible::not_a_preview();
		}
		$this->assert_direction( $run );
		return $this->carry_on( $run, $run->with( mode: RunMode::Sync, confirmed: $run->guard ), self::APPLY );
	}

	/** @throws RunNotPossible If the run would write the quantities of the side that leads now. */
	private function assert_direction( Run $run ): void {
		if ( ! $this->pipelines->may_write( $run ) ) {
			throw RunNotPossible::other_direction();
		}
	}

	/** Whether a preview or a stopped run can still be written with the numbers as seen. */
	public function is_fresh( Run $run ): bool {
		return $this->may_go_on( $run, $this->settings->known() );
	}

	/** Whether a preview or a stopped run shows numbers of other settings than the present ones. */
	public function has_other_settings( Run $run ): bool {
		return $this->waits_for_a_word( $run ) && $this->was_made_with_other_settings( $run );
	}

	/** Whether the run computed its numbers with other settings than the present ones. */
	public function was_made_with_other_settings( Run $run ): bool {
		return $this->settings->known() !== $run->settings;
	}

	private function may_go_on( Run $run, string $settings ): bool {
		return $this->waits_for_a_word( $run )
			&& null !== $run->planned_at && $this->clock->now_ms() - $run->planned_at <= self::FRESH_MS
			&& $settings === $run->settings;
	}

	private function waits_for_a_word( Run $run ): bool {
		return RunStatus::NeedsConfirmation === $run->status || ( RunMode::Preview === $run->mode && RunStatus::Succeeded === $run->status );
	}

	private function is_as_seen( Run $seen ): bool {
		$present = $this->runs->find( $seen->id );
		return $present?->status === $seen->status && $present->phase === $seen->phase;
	}

	/**
	 * Old numbers, and those of other settings, are read again. The person's confirmation then holds only if no more would
	 * be lost, and only for the same settings.
	 *
	 * @throws RunActive
	 * @throws RunNotPossible
	 */
	private function carry_on( Run $seen, Run $agreed, string $decision ): Run {
		$active = $agreed->with( status: RunStatus::Running, finished_at: null, error: null );
		$next   = $this->may_go_on( $seen, $this->settings->current_or_none() )
			? $active->at( RunPhase::Write )->with( progress_total: $seen->counts->count( Outcome::Updated ) + $seen->counts->count( Outcome::Created ) )
			: $active->at( $this->first_phase( $active->side, $active->mode ) )->with( counts: new OutcomeCounts() );
		$this->begin(
			$seen->lane,
			fn ( int $now_ms ): ?Run => match ( true ) {
				$this->runs->transition( $seen, $next, $now_ms ) => $next,
				$this->is_as_seen( $seen ) => null,
				default => $this->refuse( $seen->lane ),
			}
		);
		Hooks::run_decided( $next, $decision );
		return $next;
	}

	/**
	 * @throws RunActive
	 * @throws RunNotPossible
	 */
	private function refuse( string $lane ): never {
		$active = $this->runs->active( $lane );
		throw null === $active ? RunNotPossible::not_waiting() : new RunActive( $active );
	}
}
