<?php
/**
 * The queue: when the next run starts, and how an active one goes on.
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
 * All of Action Scheduler is in here. Single actions rather than a recurring one: Action Scheduler
 * drops a recurring action after five failures in a row, and a changed interval would need two kinds
 * of care. The start action carries its interval, so a schedule that is lost or out of date is seen
 * by looking for the action that ought to be there.
 */
final class Scheduler {

	public const START = 'keycrm_stock_start';
	public const STEP  = 'keycrm_stock_step';
	public const DAILY = 'keycrm_stock_daily';

	private const GROUP = 'stock-sync-for-keycrm';

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/** Makes the schedule what the settings say; changes nothing where it is so already. */
	public function ensure(): void {
		if ( ! $this->is_ready() ) {
			return;
		}
		$this->plan_daily( DAY_IN_SECONDS );
		$wanted = $this->settings->get()->schedule;
		if ( ! $wanted->enabled ) {
			$this->stop_starting();
			return;
		}
		$args = array( $wanted->every_minutes );
		if ( 1 === $this->pending( self::START ) && 1 === $this->pending( self::START, $args, $wanted->every_minutes * MINUTE_IN_SECONDS ) ) {
			return;
		}
		if ( as_has_scheduled_action( self::START, $args, self::GROUP ) && 0 === $this->pending( self::START ) ) {
			return; // It is being carried out just now, and plans its successor itself.
		}
		$this->plan_next();
	}

	/** The next start, one interval from now; whatever else was planned is taken off. */
	public function plan_next(): void {
		$this->stop_starting();
		$wanted = $this->settings->get()->schedule;
		if ( $wanted->enabled ) {
			$at = intdiv( $this->clock->now_ms(), 1000 ) + $wanted->every_minutes * MINUTE_IN_SECONDS;
			as_schedule_single_action( $at, self::START, array( $wanted->every_minutes ), self::GROUP );
		}
	}

	/**
	 * Sees to it that exactly one action is waiting to carry an active run on. Not before the run's pause is over,
	 * and not while another worker holds it: the queue takes a due action at once, again and again.
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

	/** For what must happen though no run does; nothing where it is planned already. */
	public function plan_daily( int $seconds ): void {
		if ( ! $this->is_ready() || $this->pending( self::DAILY, null, DAY_IN_SECONDS ) > 0 ) {
			return;
		}
		as_unschedule_all_actions( self::DAILY );
		as_schedule_single_action( time() + $seconds, self::DAILY, array(), self::GROUP );
	}

	/** Unix milliseconds; null where nothing is planned. */
	public function next_at(): ?int {
		$next = $this->is_ready() ? as_next_scheduled_action( self::START, null, self::GROUP ) : false;
		if ( true === $next ) {
			return $this->clock->now_ms();
		}
		return false === $next ? null : $next * 1000;
	}

	/** On deactivation: nothing of ours stays in the queue. */
	public function clear(): void {
		if ( $this->is_ready() ) {
			as_unschedule_all_actions( '', array(), self::GROUP );
		}
	}

	private function stop_starting(): void {
		if ( $this->pending( self::START ) > 0 ) {
			as_unschedule_all_actions( self::START );
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

	/** Too early in a request the queue's tables cannot be asked; then the next request does it. */
	private function is_ready(): bool {
		return class_exists( \ActionScheduler::class ) && \ActionScheduler::is_initialized();
	}
}
