<?php
/**
 * Plans actions in Action Scheduler's queue: the next start, and the next step of an active run.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Value\Run\Run;

/**
 * No other class calls Action Scheduler. We use single actions, because Action Scheduler drops a recurring one after
 * five failures in a row. Actions that return carry their interval as an argument. So a lost or outdated schedule is
 * recognised by looking for the action that should be there.
 */
final class Scheduler {

	public const START = 'keycrm_stock_start';
	public const STEP  = 'keycrm_stock_step';
	public const DAILY = 'keycrm_stock_daily';

	/** Looks at KeyCRM's changed orders between two syncs. */
	public const ORDERS = 'keycrm_stock_orders';

	/** Starts a refresh that had to wait. */
	public const REFRESH = 'keycrm_stock_refresh';

	private const GROUP = 'stock-sync-for-keycrm';

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/** Plans what the settings ask for; changes nothing if that is planned already. */
	public function ensure(): void {
		if ( ! $this->is_ready() ) {
			return;
		}
		$this->plan_daily( DAY_IN_SECONDS );
		$this->ensure_returning( self::START );
		$this->ensure_returning( self::ORDERS );
	}

	/** @param self::START|self::ORDERS $hook */
	private function ensure_returning( string $hook ): void {
		$minutes = $this->interval( $hook );
		if ( 0 === $minutes ) {
			$this->stop( $hook );
			return;
		}
		$args = array( $minutes );
		if ( 1 === $this->pending( $hook ) && 1 === $this->pending( $hook, $args, $minutes * MINUTE_IN_SECONDS ) ) {
			return;
		}
		if ( as_has_scheduled_action( $hook, $args, self::GROUP ) && 0 === $this->pending( $hook ) ) {
			return; // It is running now, and plans its successor itself.
		}
		$this->plan_next( $hook );
	}

	/**
	 * Plans the next one an interval from now, and removes any other.
	 *
	 * @param self::START|self::ORDERS $hook
	 * @param int|null                 $at_ms An earlier time, unix milliseconds.
	 */
	public function plan_next( string $hook, ?int $at_ms = null ): void {
		$this->stop( $hook );
		$minutes = $this->interval( $hook );
		if ( $minutes > 0 ) {
			$at = intdiv( $this->clock->now_ms(), 1000 ) + $minutes * MINUTE_IN_SECONDS;
			as_schedule_single_action( min( $at, (int) ceil( ( $at_ms ?? PHP_INT_MAX ) / 1000 ) ), $hook, array( $minutes ), self::GROUP );
		}
	}

	/** Minutes; 0 where it is not wanted. */
	private function interval( string $hook ): int {
		$wanted = $this->settings->get()->schedule;
		return match ( true ) {
			! $wanted->enabled => 0,
			self::START === $hook => $wanted->every_minutes,
			default => $wanted->orders_every_minutes,
		};
	}

	/**
	 * Makes sure that exactly one action is planned for the next step of an active run. Not before the run's pause ends,
	 * and not while another worker holds it, because the queue would run a due action again and again.
	 */
	public function continue_run( Run $run ): void {
		if ( ! $this->is_ready() || ! $run->status->is_active() ) {
			return;
		}
		$now     = intdiv( $this->clock->now_ms(), 1000 );
		$args    = array( $run->id );
		$longest = intdiv( RunTable::LONGEST_PAUSE_MS, 1000 );
		if ( $this->pending( self::STEP, $args, $longest ) > 0 ) {
			return;
		}
		if ( $this->pending( self::STEP, $args ) > 0 ) {
			as_unschedule_all_actions( self::STEP, $args, self::GROUP );
		}
		$at = (int) ceil( max( $run->resume_at ?? 0, $run->lease_until ) / 1000 );
		as_schedule_single_action( min( max( $at, $now ), $now + $longest ), self::STEP, $args, self::GROUP );
	}

	/** Plans the daily action, for work that must happen even without runs; does nothing if it is planned already. */
	public function plan_daily( int $seconds ): void {
		if ( ! $this->is_ready() || $this->pending( self::DAILY, null, DAY_IN_SECONDS ) > 0 ) {
			return;
		}
		as_unschedule_all_actions( self::DAILY );
		as_schedule_single_action( time() + $seconds, self::DAILY, array(), self::GROUP );
	}

	/** Plans a look at the offers that wait, at this time or earlier. */
	public function plan_refresh( int $at_ms ): void {
		$at     = (int) ceil( $at_ms / 1000 );
		$within = max( 0, $at - intdiv( $this->clock->now_ms(), 1000 ) );
		if ( ! $this->is_ready() || $this->pending( self::REFRESH, null, $within ) > 0 ) {
			return;
		}
		as_unschedule_all_actions( self::REFRESH );
		as_schedule_single_action( $at, self::REFRESH, array(), self::GROUP );
	}

	/**
	 * When the next sync starts, or the next look at the orders; unix milliseconds, null if none is planned.
	 *
	 * @param self::START|self::ORDERS $hook
	 */
	public function next_at( string $hook = self::START ): ?int {
		$next = $this->is_ready() ? as_next_scheduled_action( $hook, null, self::GROUP ) : false;
		if ( true === $next ) {
			return $this->clock->now_ms();
		}
		return false === $next ? null : $next * 1000;
	}

	/** On deactivation: removes all our actions from the queue. */
	public function clear(): void {
		if ( $this->is_ready() ) {
			as_unschedule_all_actions( '', array(), self::GROUP );
		}
	}

	private function stop( string $hook ): void {
		if ( $this->pending( $hook ) > 0 ) {
			as_unschedule_all_actions( $hook );
		}
	}

	/**
	 * @param array<int>|null $args   Null for any.
	 * @param int|null        $within Seconds: what is planned for later than that, with a minute to spare, was
	 *                                planned by a clock that ran ahead. Null for any.
	 */
	private function pending( string $hook, ?array $args = null, ?int $within = null ): int {
		$query = array(
			'hook'     => $hook,
			'group'    => self::GROUP,
			'status'   => 'pending',
			'per_page' => 3,
		);
		if ( null !== $args ) {
			$query['args'] = $args;
		}
		if ( null !== $within ) {
			$query['date']         = intdiv( $this->clock->now_ms(), 1000 ) + $within + MINUTE_IN_SECONDS;
			$query['date_compare'] = '<=';
		}
		return count( as_get_scheduled_actions( $query, 'ids' ) );
	}

	/** Early in a request the queue's tables cannot be read yet; then a later request does it. */
	private function is_ready(): bool {
		return class_exists( \ActionScheduler::class ) && \ActionScheduler::is_initialized();
	}
}
