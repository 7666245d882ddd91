<?php
/**
 * Undoes a run: says what an undo would do, and begins it.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Undo;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Settings\ChangeTimes;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Sync\Run\RunActive;
use KeyCrmStock\Sync\Run\RunNotPossible;
use KeyCrmStock\Sync\Run\RunService;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunTrigger;
use KeyCrmStock\Value\Run\UndoReport;
use KeyCrmStock\Value\Stock\Side;

/** An undo is itself a run with a log, so it can be undone too. */
final class UndoService {

	private const PAGE = 500;

	/** @param array<string, UndoPlan> $plans By the side that was written. */
	public function __construct(
		private readonly RunTable $runs,
		private readonly ChangeTable $changes,
		private readonly array $plans,
		private readonly RunService $service,
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

	/**
	 * What an undo would do now, in numbers of products.
	 *
	 * @throws DatabaseError
	 */
	public function report( Run $undone ): UndoReport {
		$report = new UndoReport( undone_by: $this->runs->undo_of( $undone->id )->id ?? 0 );
		if ( ! $this->may( $undone ) ) {
			return $report;
		}
		$as_undo = $undone->with( mode: RunMode::Undo, undoes: $undone->id );
		$written = $this->changes->written( $undone->id, 0, self::PAGE );
		while ( array() !== $written ) {
			foreach ( $this->plans[ $undone->side->value ]->planned( $written, $as_undo ) as $change ) {
				$report = $this->counted( $report, $change );
			}
			$written = $this->changes->written( $undone->id, $written[ count( $written ) - 1 ]->product_id, self::PAGE );
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

	private function counted( UndoReport $report, Change $planned ): UndoReport {
		$back = Outcome::Updated === $planned->outcome;
		// Something else has given it its earlier number already, or another one.
		$is_changed = Outcome::Unchanged === $planned->outcome || Outcome::ChangedSince === $planned->outcome;
		return new UndoReport(
			$report->written + 1,
			$report->back + (int) $back,
			$report->to_zero + (int) ( $back && $planned->before > 0 && $planned->after <= 0 ),
			$report->changed_since + (int) $is_changed,
			$report->left + (int) ( ! $back && ! $is_changed ),
			$report->undone_by
		);
	}
}
