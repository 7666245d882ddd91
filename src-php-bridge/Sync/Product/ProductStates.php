<?php
/**
 * The states of the products in a list since the last successful sync.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Level\LevelMatches;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Stock\ProductSyncState;

/**
 * Takes a few statements for any number of products and variations. A sync, and each refresh since then, stores what it has
 * changed and what needs attention. A product that it did not store, but that has a level, was right already.
 */
final class ProductStates {

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly RunTable $runs,
		private readonly ChangeTable $changes,
		private readonly LevelMatches $claims,
	) {}

	/**
	 * @param non-empty-list<int> $product_ids
	 * @return array<int, list<ProductState>> By product id: its own state and those of its variations.
	 */
	public function for_products( array $product_ids ): array {
		$products = $this->catalogue->families( $product_ids );
		$ids      = array_values( array_unique( array_merge( ...array_map( static fn ( ShopProduct $product ): array => $product->translations, $products ) ) ) );
		$run      = array() === $ids ? null : $this->last();
		$noted    = array();
		$known    = array();
		if ( null !== $run && array() !== $ids ) {
			$noted = $this->changes->newest_since( $run->id, $ids );
			$known = array_fill_keys( $this->claims->answering( $ids, $run->id ), true );
		}
		$standings = array_fill_keys( $product_ids, array() );
		foreach ( $products as $product ) {
			// A translation set has one change and one level.
			$set = array_flip( $product->translations );
			$id  = $product->parent_id > 0 ? $product->parent_id : $product->id;

			$standings[ $id ][] = $this->state( $product, $run, array_values( array_intersect_key( $noted, $set ) )[0] ?? null, array() !== array_intersect_key( $known, $set ) );
		}
		return $standings;
	}

	/** Null before the first successful sync. */
	public function last(): ?Run {
		return $this->runs->last_good_sync();
	}

	private function state( ShopProduct $product, ?Run $run, ?Change $note, bool $is_known ): ProductState {
		return match ( true ) {
			$product->excluded => new ProductState( ProductSyncState::LeftAlone, null, null ),
			null !== $note => new ProductState( ProductSyncState::from_outcome( $note->outcome ), ProductSyncState::Right === ProductSyncState::from_outcome( $note->outcome ) ? $note->after : null, $note->written_at ?? $note->planned_at ),
			$is_known => new ProductState( ProductSyncState::Right, $product->stock, $run?->finished_at ),
			default => new ProductState( ProductSyncState::Unknown, null, null ),
		};
	}
}
