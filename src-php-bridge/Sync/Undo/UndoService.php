<?php
/**
 * Undoes a run: says what an undo would do, and begins it.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Undo;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\ChangeTimes;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Sync\Push\PushUndoReport;
use KeyCrmStock\Sync\Run\RunActive;
use KeyCrmStock\Sync\Run\RunNotPossible;
use KeyCrmStock\Sync\Run\RunService;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunTrigger;
use KeyCrmStock\Value\Run\UndoReport;
use KeyCrmStock\Value\Stock\Side;

/** An undo is itself a run with a log, so it can be undone too. */
final class UndoService {

	private const PAGE = 500;

	public function __construct(
		private readonly RunTable $runs,
		private readonly ChangeTable $changes,
		private readonly UndoItems $page,
		private readonly RunService $service,
		private readonly PushUndoReport $push_report,
		private readonly ChangeTimes $changed,
	) {}

	/**
	 * @throws RunActive
	 * @throws RunNotPossible
	 */
	public function start( Run $undone, RunTrigger $trigger ): Run {
		if ( ! $this->may( $undone ) || array() === $this->changes->written( $undone->id, 0, 1 ) ) {
			throw RunNotPossible::nothing_to_undo();
		}
		if ( Side::KeyCrm === $undone->side ) {
			// Otherwise the next push, which KeyCRM's echo starts in seconds, would send the same numbers again.
			$this->changed->push_undone();
		}
		return $this->service->begin( RunTable::MAIN, fn ( int $now_ms ): ?Run => $this->runs->create( RunTable::MAIN, $undone->side, RunMode::Undo, $this->service->first_phase( $undone->side, RunMode::Undo ), $trigger, $now_ms, $undone->id ) );
	}

	/** What an undo would do now, in numbers of products. */
	public function report( Run $undone ): UndoReport {
		$report = new UndoReport( undone_by: $this->runs->undo_of( $undone->id )->id ?? 0 );
		if ( Side::KeyCrm === $undone->side ) {
			return $this->may( $undone ) ? $this->push_report->counted( $undone, $report ) : $report;
		}
		$after = 0;
		while ( $this->may( $undone ) ) {
			$written = $this->changes->written( $undone->id, $after, self::PAGE );
			if ( array() === $written ) {
				break;
			}
			foreach ( $this->page->for_changes( $written ) as $item ) {
				$report = $this->counted( $report, $item );
			}
			$after = $written[ count( $written ) - 1 ]->product_id;
		}
		return $report;
	}

	/**
	 * A run that failed or was cancelled can be undone too, as far as it has written. One that wrote quantities of the side
	 * that leads now cannot: nothing may write those.
	 */
	private function may( Run $undone ): bool {
		return ! $undone->status->is_active() && RunMode::Preview !== $undone->mode && $undone->side === $this->service->written_side();
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
