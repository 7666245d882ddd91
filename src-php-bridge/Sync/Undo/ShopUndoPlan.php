<?php
/**
 * Which of the shop’s numbers go back.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Undo;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;

/** From the shop's numbers of this moment, and what was sold since. */
final class ShopUndoPlan implements UndoPlan {

	public function __construct(
		private readonly UndoItems $items,
		private readonly Clock $clock,
	) {}

	public function planned( array $written, Run $undo ): array {
		return array_map( fn ( UndoItem $item ): Change => $this->change( $undo->id, $item ), array_values( $this->items->for_changes( $written ) ) );
	}

	private function change( int $run_id, UndoItem $item ): Change {
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
