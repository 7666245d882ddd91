<?php
/**
 * Which numbers go back, known only inside the writer's lock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\WriteResult;
use KeyCrmStock\Value\Change;
use KeyCrmStock\Value\Outcome;

final class UndoPlan implements PagePlan {

	/** @var array<int, UndoItem> By product id. */
	private array $items;

	/** @var array<int, float> As targets() gave them last. */
	private array $targets = array();

	/** @param list<Change> $written What the run to be taken back has written. */
	public function __construct( private readonly array $written, private readonly UndoPage $page ) {
		$this->items = $page->of( $written );
	}

	public function product_ids(): array {
		$ids = array_merge( ...array_map( static fn ( UndoItem $item ): array => $item->product_ids(), array_values( $this->items ) ) );
		$ids = array_values( array_unique( $ids ) );
		sort( $ids );
		return $ids;
	}

	public function targets( array $present, array $products ): array {
		// Sales are counted again, now that no more can happen.
		$this->items   = $this->page->of( $this->written );
		$this->targets = array();
		foreach ( $this->items as $item ) {
			if ( Outcome::Updated === $item->outcome() ) {
				$this->targets += $item->targets( $present );
			}
		}
		return $this->targets;
	}

	/** The numbers were ours before, and putting them back makes them no more or less so. */
	public function remember( array $notes ): void {}

	public function noted( Change $change, array $results, int $now_ms ): Change {
		$own  = $results[ $change->product_id ] ?? null;
		$item = $this->items[ $change->product_id ] ?? null;
		if ( null === $own || null === $item ) {
			return $change->written( $change->before, null, Outcome::Failed, 'deleted_meanwhile', null, $now_ms );
		}
		if ( ! isset( $this->targets[ $change->product_id ] ) ) {
			$outcome = Outcome::Updated === $item->outcome() ? Outcome::ChangedSince : $item->outcome();
			return $change->written( $own->before, $own->after, $outcome, $item->reason(), null, $now_ms );
		}
		return $change->written( $own->before, $own->after, $own->outcome, Outcome::Updated === $own->outcome ? 'undo' : $own->problem, null, $now_ms );
	}
}
