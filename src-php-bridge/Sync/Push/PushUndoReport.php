<?php
/**
 * What undoing a push would do, in numbers of products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Sync\Availability\Decision;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\UndoReport;

/** Makes the same decisions as the undo itself, from the levels as they were read last. */
final class PushUndoReport {

	private const PAGE = 500;

	public function __construct(
		private readonly ChangeTable $changes,
		private readonly PushPage $page,
	) {}

	/**
	 * @param UndoReport $report Without any product yet.
	 * @throws DatabaseError
	 */
	public function counted( Run $undone, UndoReport $report ): UndoReport {
		$as_undo = $undone->with( mode: RunMode::Undo, undoes: $undone->id );
		$after   = 0;
		do {
			$written = $this->changes->written( $undone->id, $after, self::PAGE );
			foreach ( array() === $written ? array() : $this->page->decisions( $written, $as_undo ) as $decision ) {
				$report = $this->plus( $report, $decision );
			}
			$after = array() === $written ? $after : $written[ count( $written ) - 1 ]->product_id;
		} while ( array() !== $written );
		return $report;
	}

	private function plus( UndoReport $report, Decision $decision ): UndoReport {
		$is_back = Outcome::Updated === $decision->outcome;
		$is_zero = $is_back && null !== $decision->pushed && $decision->pushed->before > 0 && $decision->pushed->after <= 0;
		// KeyCRM has its earlier number already.
		$is_moot = Outcome::Unchanged === $decision->outcome || Outcome::ChangedSince === $decision->outcome;
		return new UndoReport(
			$report->written + 1,
			$report->back + (int) $is_back,
			$report->to_zero + (int) $is_zero,
			$report->changed_since + (int) $is_moot,
			$report->left + (int) ( ! $is_back && ! $is_moot ),
			$report->undone_by
		);
	}
}
