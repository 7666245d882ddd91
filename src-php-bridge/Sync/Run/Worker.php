<?php
/**
 * Does the work that the queue, the tick or the screen calls for.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Contained;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Settings\SettingsDamaged;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunError;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunStatus;
use KeyCrmStock\Value\Run\RunTrigger;

final class Worker {

	private const DATABASE_PAUSE_MS = 60_000;

	private const CALL_LOST_MS = 30_000;

	public function __construct(
		private readonly RunTable $runs,
		private readonly RunService $service,
		private readonly Runner $runner,
		private readonly Scheduler $schedule,
		private readonly RefreshStarter $refresh,
		private readonly ChangedOrders $orders,
		private readonly Clock $clock,
	) {}

	/** The queue's start action. */
	public function start_scheduled( string $lane = RunTable::MAIN ): void {
		$this->start( RunTrigger::Schedule, $lane );
	}

	/** For a system cron: does the work that is due, as the queue would. */
	public function tick( string $lane = RunTable::MAIN ): ?Run {
		$this->schedule->ensure();
		$this->is_due( Scheduler::ORDERS ) ? $this->look_at_orders() : $this->refresh();
		if ( $this->is_due( Scheduler::START ) ) {
			$this->start( RunTrigger::Tick, $lane );
		}
		$active = $this->runs->active( $lane );
		return null === $active ? $this->runs->latest( $lane ) : $this->step( $active->id );
	}

	/** For the admin screen: works for a few seconds and returns the run. */
	public function step_for_screen( Run $run ): Run {
		return $this->advance( $run, Budget::for_screen( $this->clock->now_ms() ) );
	}

	/** After an update, an activation or a lost queue: plans again what should be planned. */
	public function heal( string $lane = RunTable::MAIN ): void {
		$this->schedule->ensure();
		$active = $this->runs->active( $lane );
		if ( null !== $active ) {
			$this->schedule->continue_run( $active );
		}
		$refresh = $this->refresh->start_if_due();
		if ( null !== $refresh ) {
			$this->schedule->continue_run( $refresh );
		}
	}

	/** Has the queue look, in a while, at what a call of the shop to itself should do at once. */
	public function plan_refresh(): void {
		$this->schedule->plan_refresh( $this->clock->now_ms() + self::CALL_LOST_MS );
	}

	/** Looks up the orders and reads the offers that wait, if it is time; null if there is nothing to do. */
	public function refresh(): ?Run {
		return $this->refresh_within( Budget::for_worker( $this->clock->now_ms() ) );
	}

	/** The same, in a request that has less time. */
	public function refresh_within( Budget $budget ): ?Run {
		$again = $this->orders->read_named( $budget );
		$run   = $this->refresh->start_if_due();
		if ( null !== $again ) {
			$this->schedule->plan_refresh( $again );
		}
		return null === $run ? null : $this->advance( $run, $budget );
	}

	/** The queue's action between two syncs: reads the offers in orders that have changed in KeyCRM. */
	public function look_at_orders(): ?Run {
		$budget = Budget::for_worker( $this->clock->now_ms() );
		$this->schedule->plan_next( Scheduler::ORDERS );
		$again = $this->orders->read_list( $budget );
		if ( null !== $again ) {
			$this->schedule->plan_next( Scheduler::ORDERS, $again );
		}
		$run = $this->refresh->start_if_due( RunTrigger::Schedule );
		return null === $run ? null : $this->advance( $run, $budget );
	}

	/** @param Scheduler::START|Scheduler::ORDERS $hook */
	private function is_due( string $hook ): bool {
		$next = $this->schedule->next_at( $hook );
		return null !== $next && $next <= $this->clock->now_ms();
	}

	private function start( RunTrigger $trigger, string $lane ): void {
		try {
			$this->schedule->plan_next( Scheduler::START );
			$this->service->start( RunMode::Sync, $trigger, $lane );
		} catch ( RunActive $active ) {
			// The active run reads everything too, so it only has to go on.
			$this->schedule->continue_run( $active->run );
		} catch ( RunFailed $failure ) {
			// A copy of the shop must not send the owner messages about itself.
			if ( RunError::OTHER_SITE === $failure->error->code ) {
				return;
			}
			// Without a key there is nothing to do until the owner enters one. The failed run lets the owner know.
			$this->service->note_failure( $trigger, $failure->error, $lane );
		} catch ( SettingsDamaged ) {
			$this->service->note_failure( $trigger, RunFailed::settings_damaged()->error, $lane );
		}
	}

	/** The queue's step action; null if the run no longer exists. */
	public function step( int $run_id ): ?Run {
		$run = $this->runs->find( $run_id );
		if ( null === $run || ! $run->status->is_active() ) {
			return $run;
		}
		return $this->advance( $run, Budget::for_worker( $this->clock->now_ms() ) );
	}

	/** @throws DatabaseError If not even the run could be read or saved. */
	private function advance( Run $run, Budget $budget ): Run {
		$was_active = $run->status->is_active();
		try {
			$run = $this->runner->advance( $run, $budget );
		} catch ( DatabaseError $error ) {
			// The queue removes an action that has run. Without a new one, the run would wait until a person opens the screen.
			Contained::call( Scheduler::STEP, fn () => $this->schedule->continue_run( $run->with( resume_at: $this->clock->now_ms() + self::DATABASE_PAUSE_MS ) ) );
			throw $error;
		}
		$this->schedule->continue_run( $run );
		$has_ended = $was_active && ! $run->status->is_active();
		if ( $has_ended && RunTable::REFRESH === $run->lane ) {
			// What has changed meanwhile is the next refresh's.
			$this->refresh->start_if_due();
		} elseif ( $has_ended && RunStatus::Cancelled === $run->status && RunError::SETTINGS_CHANGED === $run->error?->code ) {
			$this->start( $run->trigger, $run->lane );
		}
		return $run;
	}
}
