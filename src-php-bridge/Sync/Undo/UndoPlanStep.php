<?php
/**
 * The phase plan of an undo: which numbers of an earlier run go back.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Undo;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;

/** An undo has no guard, because a person has asked for exactly these numbers. */
final class UndoPlanStep implements Step {

	private const PAGE = 200;

	public function __construct(
		private readonly ChangeTable $changes,
		private readonly UndoItems $page,
		private readonly Clock $clock,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		$after   = is_int( $run->cursor['after_id'] ?? null ) ? $run->cursor['after_id'] : 0;
		$written = $this->changes->written( $run->undoes, $after, self::PAGE );
		if ( array() === $written ) {
			return StepResult::done( $run->with( planned_at: $this->clock->now_ms() ), $run->counts->count( Outcome::Updated ) );
		}
		$counts = $run->counts;
		$notes  = array();
		foreach ( $this->page->for_changes( $written ) as $item ) {
			$notes[] = $this->planned( $run->id, $item );
			$counts  = $counts->plus( $item->outcome() );
		}
		$this->changes->store( $notes );
		return StepResult::more(
			$run->with(
				cursor: array( 'after_id' => $written[ count( $written ) - 1 ]->product_id ),
				counts: $counts,
				progress_done: $run->progress_done + count( $written )
			)
		);
	}

	private function planned( int $run_id, UndoItem $item ): Change {
		$shown   = $item->shown_id();
		$present = $item->present();
		return new Change(
			$run_id,
			$item->change->product_id,
			$item->change->offer_id,
			$item->change->sku,
			$item->change->name,
			$present[ $shown ] ?? null,
			Outcome::Updated === $item->outcome() ? $item->targets( $present )[ $shown ] : null,
			$item->outcome(),
			$item->reason(),
			null,
			$this->clock->now_ms()
		);
	}
}
