<?php
/**
 * Finds out how the sync stands.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Status;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\ApiKeyStore;
use KeyCrmStock\Settings\ChangeTimes;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\Catalogue\ShopStockSettings;
use KeyCrmStock\Store\Option\FullReadCheckpoint;
use KeyCrmStock\Sync\Run\RunService;
use KeyCrmStock\Sync\Status\SyncStatus;
use KeyCrmStock\Sync\Status\SyncStatusReader;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunStatus;

/** Asks the shop's own database only, never KeyCRM. */
final class FactsReader {

	/** WP-Cron runs on visits, and a sync takes a while: a delay up to this is ordinary. */
	private const GRACE_MS = 15 * 60 * 1000;

	public function __construct(
		private readonly SyncStatusReader $status_reader,
		private readonly RunService $runs,
		private readonly FullReadCheckpoint $whole_read,
		private readonly SettingsStore $settings,
		private readonly ChangeTimes $changed,
		private readonly ApiKeyStore $key,
		private readonly ShopStockSettings $shop,
	) {}

	public function read(): Facts {
		return $this->from_situation( $this->status_reader->read() );
	}

	public function from_situation( SyncStatus $now ): Facts {
		$schedule   = $this->settings->get()->schedule;
		$coverage   = Coverage::from_run( $now->comparison, $this->whole_read->last()?->total );
		$freshness  = $this->freshness( $now, $schedule->enabled ? $schedule->every_minutes : 0 );
		$automation = new Automation( $schedule->enabled, $schedule->every_minutes, $now->next_at, $now->overdue_seconds, $now->failures, true === $now->run?->status->is_active() );
		$rule       = new HeadlineRule( $coverage, $freshness, null !== $now->run && $this->runs->is_fresh( $now->run ), $this->changed->key_at() );
		return new Facts(
			$rule->choose( $now->run, $this->shop->manages_stock(), '' !== $this->key->get() ),
			$coverage,
			$freshness,
			$automation,
			$now->run,
			$now->waiting,
			$this->key->problem(),
			$this->changed->key_at(),
			$now->now_ms
		);
	}

	/** @param int $every_minutes 0 where automatic sync is off: then nothing can be late. */
	private function freshness( SyncStatus $now, int $every_minutes ): Freshness {
		$success = $now->last_success;
		$age     = null === $success ? 0 : $now->now_ms - ( $success->finished_at ?? $success->started_at );
		return new Freshness(
			$success,
			$this->tried_at( $now->run ),
			$this->is_outdated( $success ) ? $this->changed->settings_at() : null,
			$every_minutes > 0 && $age > $every_minutes * 60_000 + self::GRACE_MS
		);
	}

	/** Whether settings that decide quantities were changed after the run. A new API key alone does not count. */
	private function is_outdated( ?Run $run ): bool {
		return null !== $run
			&& ( $this->changed->settings_at() ?? 0 ) > ( $run->planned_at ?? $run->started_at )
			&& $this->runs->was_made_with_other_settings( $run );
	}

	private function tried_at( ?Run $run ): ?int {
		$is_try = RunMode::Sync === $run?->mode && in_array( $run->status, array( RunStatus::Failed, RunStatus::Cancelled, RunStatus::NeedsConfirmation ), true );
		return $is_try ? $run->finished_at ?? $run->planned_at ?? $run->started_at : null;
	}
}
