<?php
/**
 * Explains the numbers of a product and its variations, for the product's own screen.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Store\Option\FullReadCheckpoint;
use KeyCrmStock\Sync\Availability\AvailabilityInputs;
use KeyCrmStock\Sync\Availability\Decider;
use KeyCrmStock\Sync\Match\LevelsOfSku;
use KeyCrmStock\Sync\Match\TranslationSet;
use KeyCrmStock\Sync\Match\TranslationSets;

/** Makes the same decision as a run, from the stored levels. It asks KeyCRM nothing and writes nothing. */
final class StockExplainer {

	/** At most so many variations, several times a page of WooCommerce's own list. */
	private const MOST = 100;

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly TranslationSets $sets,
		private readonly LevelTable $levels,
		private readonly AvailabilityInputs $inputs,
		private readonly FullReadCheckpoint $whole_read,
	) {}

	/** @return list<StockExplanation>|null Null before KeyCRM's stock has been read for the first time. */
	public function explain( int $product_id ): ?array {
		$read = $this->whole_read->last();
		if ( null === $read ) {
			return null;
		}
		$family  = $this->catalogue->family( $product_id, self::MOST );
		$ids     = array_values( array_unique( array_merge( ...array_map( static fn ( ShopProduct $product ): array => $product->translations, $family ) ) ) );
		$sets    = $this->sets->for_products( $this->catalogue->by_ids( $ids ) );
		$skus    = array_values( array_diff( array_map( static fn ( TranslationSet $set ): string => $set->product->sku, $sets ), array( '' ) ) );
		$levels  = $this->levels->by_skus( $skus );
		$decider = Decider::for_shop( $this->inputs->for_products( $ids ), 0 );
		$is_seen = static fn ( LevelRow $row ): bool => $row->level->read_at >= $read->started_at;
		$sums    = array();
		foreach ( $family as $product ) {
			foreach ( $sets as $set ) {
				if ( in_array( $product->id, $set->product->translations, true ) ) {
					$sums[] = $this->sum( $product, $decider, $set, LevelsOfSku::from_rows( $levels[ 'sku:' . $set->product->sku ] ?? array(), $is_seen ) );
				}
			}
		}
		return $sums;
	}

	private function sum( ShopProduct $product, Decider $decider, TranslationSet $set, LevelsOfSku $levels ): StockExplanation {
		return new StockExplanation( $product, $decider->decide( $set, $levels ), isset( $levels->seen[0] ) ? $levels->seen[0]->level->read_at : null );
	}
}
