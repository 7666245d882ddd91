<?php
/**
 * Sees how things stand.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Status;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Store\Run\RunAlerts;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Sync\Run\Scheduler;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunStatus;

final class SyncStatusReader {

	public function __construct(
		private readonly RunTable $runs,
		private readonly RunAlerts $troubles,
		private readonly Scheduler $schedule,
		private readonly Clock $clock,
	) {}

	public function look(): SyncStatus {
		$now  = $this->clock->now_ms();
		$run  = $this->runs->active() ?? $this->runs->latest();
		$next = $this->schedule->next_at();
		return new SyncStatus(
			$run,
			$this->runs->latest_of( RunStatus::Succeeded, RunMode::Sync ),
			$next,
			Overdue::seconds( $next, $run, $now ),
			$now,
			$this->runs->newest_list(),
			$this->troubles->newest_waiting(),
			$this->troubles->failures_in_a_row()
		);
	}
}
