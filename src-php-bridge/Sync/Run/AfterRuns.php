<?php
/**
 * What is due when a run has ended, and once a day.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;

final class AfterRuns {

	/** Who watches the screen does not wait longer for it. */
	private const LONGEST_MS = 2000;

	public function __construct(
		private readonly Retention $retention,
		private readonly Scheduler $schedule,
		private readonly Clock $clock,
	) {}

	public function ended(): void {
		$this->retention->prune( Budget::of( $this->clock->now_ms(), self::LONGEST_MS ) );
	}

	public function daily(): void {
		$done = $this->retention->prune( Budget::for_worker( $this->clock->now_ms() ) );
		$this->schedule->plan_daily( $done ? DAY_IN_SECONDS : MINUTE_IN_SECONDS );
	}
}
