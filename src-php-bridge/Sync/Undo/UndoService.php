<?php
/**
 * Takes a run back.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Undo;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Sync\Run\Opening;
use KeyCrmStock\Sync\Run\RunActive;
use KeyCrmStock\Sync\Run\RunNotPossible;
use KeyCrmStock\Sync\Run\Scheduler;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunTrigger;
use KeyCrmStock\Value\Run\UndoReport;

/** Itself a run with a log, so it can be taken back too. */
final class UndoService {

	private const PAGE = 500;

	public function __construct(
		private readonly RunTable $runs,
		private readonly ChangeTable $changes,
		private readonly UndoItems $page,
		private readonly Scheduler $schedule,
		private readonly Clock $clock,
	) {}

	/**
	 * @throws RunActive
	 * @throws RunNotPossible
	 */
	public function start( Run $of, RunTrigger $trigger ): Run {
		if ( ! $this->may( $of ) || array() === $this->changes->written( $of->id, 0, 1 ) ) {
			throw RunNotPossible::nothing_to_undo();
		}
		$run = Opening::of( $this->runs, $this->clock->now_ms(), fn (): ?Run => $this->runs->create_undo( $of->id, $trigger, $this->clock->now_ms() ) );
		$this->schedule->continue_run( $run );
		return $run;
	}

	/** What it would do now, in numbers of products. */
	public function report( Run $of ): UndoReport {
		$report = new UndoReport( undone_by: $this->runs->undo_of( $of->id )->id ?? 0 );
		$after  = 0;
		while ( $this->may( $of ) ) {
			$written = $this->changes->written( $of->id, $after, self::PAGE );
			if ( array() === $written ) {
				break;
			}
			foreach ( $this->page->of( $written ) as $item ) {
				$report = $this->counted( $report, $item );
			}
			$after = $written[ count( $written ) - 1 ]->product_id;
		}
		return $report;
	}

	/** What a run has written before it failed or was cancelled can be taken back too. */
	private function may( Run $of ): bool {
		return ! $of->status->is_active() && RunMode::Preview !== $of->mode;
	}

	private function counted( UndoReport $report, UndoItem $item ): UndoReport {
		$outcome = $item->outcome();
		$present = $item->present();
		$shown   = $item->shown_id();
		$back    = Outcome::Updated === $outcome;
		return new UndoReport(
			$report->written + 1,
			$report->back + ( $back ? 1 : 0 ),
			$report->to_zero + ( $back && $present[ $shown ] > 0 && $item->targets( $present )[ $shown ] <= 0 ? 1 : 0 ),
			$report->changed_since + ( Outcome::ChangedSince === $outcome ? 1 : 0 ),
			$report->left + ( $back || Outcome::ChangedSince === $outcome ? 0 : 1 ),
			$report->undone_by
		);
	}
}
