<?php
/**
 * Decides when offers that have changed are read again.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Shop\Catalogue\ShopStockSettings;
use KeyCrmStock\Store\Level\DirtyOffers;
use KeyCrmStock\Store\Option\FullReadCheckpoint;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunError;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunStatus;
use KeyCrmStock\Value\Run\RunTrigger;
use KeyCrmStock\Value\Stock\Side;

/**
 * Called after every event, after every refresh and in cron, so it must start nothing in vain: no run without offers
 * that wait, none before the shop was synced once, and none again and again after a failure or while a person decides.
 */
final class RefreshStarter {

	/** Pause after the first failure in a row; each further one doubles it. */
	private const PAUSE_MS = 10_000;

	private const LONGEST_PAUSE_MS = 15 * 60_000;

	public function __construct(
		private readonly RunTable $runs,
		private readonly RunService $service,
		private readonly DirtyOffers $offers,
		private readonly FullReadCheckpoint $full_read,
		private readonly ShopStockSettings $shop,
		private readonly Scheduler $schedule,
		private readonly Clock $clock,
	) {}

	/** The refresh under way. */
	public function active(): ?Run {
		return $this->runs->active( RunTable::REFRESH );
	}

	/** Whether the offers that wait are those of products whose stock has changed in the shop. */
	public function is_fed_by_shop(): bool {
		return Side::KeyCrm === $this->service->written_side();
	}

	/** The refresh under way, or the one that is started now; null if there is nothing to do yet. */
	public function start_if_due( RunTrigger $trigger = RunTrigger::Webhook ): ?Run {
		$active = $this->active();
		if ( null !== $active ) {
			return $active;
		}
		$due = $this->due_at();
		if ( null === $due || ! $this->is_possible() ) {
			return null;
		}
		if ( $due > $this->clock->now_ms() ) {
			$this->schedule->plan_refresh( $due );
			return null;
		}
		try {
			return $this->service->start( RunMode::Refresh, $trigger, RunTable::REFRESH );
		} catch ( RunActive $active ) {
			return $active->run;
		} catch ( RunFailed | RunNotPossible ) {
			// Without a usable key, or with damaged settings, the next sync tells the owner.
			return null;
		}
	}

	/** Unix milliseconds; null while nothing is to be read. */
	private function due_at(): ?int {
		$newest = $this->offers->newest_mark();
		$last   = null === $newest ? null : $this->runs->latest( RunTable::REFRESH );
		if ( null === $newest || null === $last ) {
			return $newest;
		}
		$ended = $last->finished_at ?? $last->planned_at ?? $last->updated_at;
		return match ( true ) {
			RunStatus::Failed === $last->status => $ended + $this->pause_ms(),
			// The offers that it has read wait with it. Others are read at once only if they come rarely.
			RunStatus::NeedsConfirmation === $last->status => $newest > $ended ? $ended + self::LONGEST_PAUSE_MS : null,
			// A person has turned the numbers down; they are read again once something else has changed.
			$this->was_turned_down( $last ) => $newest > $ended ? $newest : null,
			default => $newest,
		};
	}

	private function pause_ms(): int {
		$failures = $this->runs->failures_in_lane( RunTable::REFRESH );
		return min( self::LONGEST_PAUSE_MS, self::PAUSE_MS * 2 ** min( 10, max( 0, $failures - 1 ) ) );
	}

	private function was_turned_down( Run $last ): bool {
		return RunStatus::Cancelled === $last->status
			&& ! in_array( $last->error->code ?? '', array( RunError::SUPERSEDED, RunError::SETTINGS_CHANGED ), true );
	}

	/** Whether the shop was synced with this account, and in this direction, before. The first sync is the owner's to look at. */
	private function is_possible(): bool {
		$last = $this->runs->last_good_sync( $this->service->written_side() );
		return $this->shop->manages_stock() && null !== $this->full_read->last() && null !== $last && $last->started_at >= $this->service->direction_since();
	}
}
