<?php
/**
 * The numbers to which an undo sets a page of products, computed inside the writer's lock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Undo;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Sync\Write\StockTargets;
use KeyCrmStock\Sync\Write\TranslationSetResult;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;

final class UndoTargets implements StockTargets {

	/** @var array<int, UndoItem> By product id. */
	private array $items;

	/** @var array<int, float> As targets() gave them last. */
	private array $targets = array();

	/** @param list<Change> $written Changes that the undone run has written. */
	private function __construct( private readonly array $written, private readonly UndoItems $page ) {
		$this->items = $page->for_changes( $written );
	}

	/** @param non-empty-list<Change> $page Changes of one undo. */
	public static function for_page( array $page, RunTable $runs, ChangeTable $changes, UndoItems $items ): self {
		$undone = $runs->find( $page[0]->run_id )->undoes ?? 0;
		return new self( $changes->for_products( $undone, array_map( static fn ( Change $change ): int => $change->product_id, $page ) ), $items );
	}

	public function product_ids(): array {
		$ids = array_merge( ...array_map( static fn ( UndoItem $item ): array => $item->product_ids(), array_values( $this->items ) ) );
		$ids = array_values( array_unique( $ids ) );
		sort( $ids );
		return $ids;
	}

	public function targets( array $present, array $products ): array {
		// Sales are counted again under the lock, where no more can happen.
		$this->items   = $this->page->for_changes( $this->written );
		$this->targets = array();
		foreach ( $this->items as $item ) {
			if ( Outcome::Updated === $item->outcome() ) {
				$this->targets += $item->targets( $present );
			}
		}
		return $this->targets;
	}

	/** Nothing to store: an undo does not change whether a number came from us. */
	public function remember( array $notes ): void {}

	public function with_result( Change $change, array $results, int $now_ms ): Change {
		$item    = $this->items[ $change->product_id ] ?? null;
		$results = null === $item ? array() : array_intersect_key( $results, array_flip( $item->product_ids() ) );
		if ( null === $item || array() === $results ) {
			return $change->written( $change->before, null, Outcome::Failed, 'deleted_meanwhile', null, $now_ms );
		}
		$back = array_intersect_key( $results, $this->targets );
		$set  = TranslationSetResult::from_results( array() === $back ? $results : $back, $change->product_id );
		if ( array() === $back ) {
			$outcome = Outcome::Updated === $item->outcome() ? Outcome::ChangedSince : $item->outcome();
			return $change->written( $set->before, $set->after, $outcome, $item->reason(), null, $now_ms );
		}
		return $change->written( $set->before, $set->after, $set->outcome, Outcome::Updated === $set->outcome ? 'undo' : $set->problem, null, $now_ms, $set->members );
	}
}
