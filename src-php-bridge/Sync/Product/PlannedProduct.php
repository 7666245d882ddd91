<?php
/**
 * What is to be done with one product that a person has synced.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Sync\Availability\Decision;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\SyncedProduct;

final class PlannedProduct {

	/**
	 * @param float|null $before   The stock quantity that it has.
	 * @param bool       $is_later Whether KeyCRM was not asked for it, or its orders have to be looked up first. Then a refresh does it.
	 */
	public function __construct(
		public readonly ShopProduct $product,
		public readonly Decision $decision,
		public readonly ?float $before,
		public readonly bool $is_later = false,
	) {}

	public function to_change( int $run_id, int $now_ms ): Change {
		$parts = $this->decision->parts;
		return new Change( $run_id, $this->product->id, $this->decision->offer_id, $this->product->sku, $this->product->name, $this->before, $parts?->available, $this->decision->outcome, $this->decision->reason, $parts?->to_array(), $now_ms );
	}

	/** @param Change|null $note The result, if it was to be written. */
	public function to_result( ?Change $note ): SyncedProduct {
		$parts = $this->decision->parts;
		// Under the lock the number may have become another one; then the sum of the plan explains nothing.
		$is_as_planned = null === $note || ( $note->parts['available'] ?? null ) === $parts?->available;
		return new SyncedProduct(
			$this->product->id,
			$this->product->sku,
			$this->product->name,
			$note->outcome ?? $this->decision->outcome,
			$note->reason ?? $this->decision->reason,
			null === $note ? $this->before : $note->before,
			null === $note ? $this->before : $note->after ?? $note->before,
			$is_as_planned ? $parts : null,
			$this->is_later
		);
	}
}
