<?php
/**
 * Reads the state of the sync.
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
use KeyCrmStock\Value\Run\Run;

final class SyncStatusReader {

	private const GRACE_MS = 10 * 60 * 1000;

	public function __construct(
		private readonly RunTable $runs,
		private readonly RunAlerts $alerts,
		private readonly Scheduler $schedule,
		private readonly Clock $clock,
	) {}

	public function read(): SyncStatus {
		$now     = $this->clock->now_ms();
		$waiting = $this->alerts->newest_waiting();
		$run     = $this->run_to_show( $waiting );
		$next    = $this->schedule->next_at();
		return new SyncStatus(
			$run,
			$this->runs->last_good_sync(),
			$next,
			self::overdue_seconds( $next, $run, $now ),
			$now,
			$this->runs->newest_list(),
			$waiting,
			$this->alerts->failures_in_a_row()
		);
	}

	/** Refreshes come and go unseen, but one that waits for a person must be seen. Whoever has products created watches that. */
	private function run_to_show( ?Run $waiting ): ?Run {
		return $this->runs->active( RunTable::MAIN )
			?? $this->runs->active( RunTable::CREATE )
			?? ( RunTable::REFRESH === $waiting?->lane ? $waiting : $this->runs->latest( RunTable::MAIN ) );
	}

	/** @return int Seconds by which the next start, or the next step of an active run, is late; 0 within the grace. */
	private static function overdue_seconds( ?int $next_at, ?Run $run, int $now_ms ): int {
		$due = array();
		if ( null !== $next_at ) {
			$due[] = $next_at;
		}
		if ( null !== $run && $run->status->is_active() ) {
			$due[] = max( $run->resume_at ?? 0, $run->updated_at );
		}
		$late = array() === $due ? 0 : $now_ms - min( $due );
		return $late > self::GRACE_MS ? intdiv( $late, 1000 ) : 0;
	}
}
