<?php
/**
 * Deletes runs, changes and other rows that are older than the owner wants to keep.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\Transaction;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Store\OrderLineTable;
use KeyCrmStock\Store\Run\RunTable;

/**
 * Deletes in small pieces, so that no other query waits long. The last successful sync stays whatever its age, and so
 * do the newest run's changes, because the screens show them.
 */
final class Retention {

	private const PIECE = 1000;

	/** A person who watches the end of a run waits at most this long. */
	private const AFTER_RUN_MS = 2000;

	/** For levels that no read has seen since and that belong to no product. */
	private const LEVEL_DAYS = 90;

	public function __construct(
		private readonly RunTable $runs,
		private readonly ChangeTable $changes,
		private readonly LevelTable $levels,
		private readonly OrderLineTable $orders,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
		private readonly Database $database,
	) {}

	public function prune_after_run(): void {
		$this->prune( Budget::for_chore( $this->clock->now_ms(), self::AFTER_RUN_MS ) );
	}

	/** The queue's daily action: deletes old rows, and plans the next day, or the next minute if much is left. */
	public function work_daily( Scheduler $schedule ): void {
		$is_done = $this->prune( Budget::for_worker( $this->clock->now_ms() ) );
		$schedule->plan_daily( $is_done ? DAY_IN_SECONDS : MINUTE_IN_SECONDS );
	}

	/** @return bool Whether nothing is left to delete. */
	public function prune( Budget $budget ): bool {
		try {
			return $this->pruned( $budget );
		} catch ( DatabaseError ) {
			// Another process locks these rows. They can wait, and must not make a good run fail.
			return false;
		}
	}

	/** @throws DatabaseError */
	private function pruned( Budget $budget ): bool {
		$now    = $this->clock->now_ms();
		$chosen = $this->settings->get();
		$before = $now - $chosen->log_days * DAY_IN_SECONDS * 1000;
		$newest = $this->runs->newest_list()->id ?? 0;
		$good   = $this->runs->last_good_sync()->id ?? 0;
		$kept   = array_values( array_unique( array_filter( array( $newest, $good, ...$this->runs->unfinished() ) ) ) );
		$pieces = array(
			fn (): int => $this->changes->prune_unwritten( $newest, $kept, self::PIECE ),
			fn (): int => $this->changes->prune_old( $before, $kept, self::PIECE ),
			fn (): int => $this->runs->prune( $before, $kept, self::PIECE ),
			fn (): int => $this->levels->prune( $now - self::LEVEL_DAYS * DAY_IN_SECONDS * 1000, self::PIECE ),
			// An order is at least as old as its row, and orders beyond the owner's age limit are not subtracted.
			fn (): int => $this->orders->prune( $chosen->hold_orders->oldest_ms( $now ) - DAY_IN_SECONDS * 1000, self::PIECE ),
			fn (): int => Transaction::prune( $this->database, intdiv( $now, 1000 ) - DAY_IN_SECONDS, self::PIECE ),
		);
		foreach ( $pieces as $piece ) {
			do {
				if ( ! $budget->has_room( $this->clock->now_ms() ) ) {
					return false;
				}
			} while ( $piece() > 0 );
		}
		return true;
	}
}
