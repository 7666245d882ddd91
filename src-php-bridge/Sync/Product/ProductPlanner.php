<?php
/**
 * Decides what one product and its variations get.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ProductKind;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Stock\StockQuantity;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Sync\Availability\AvailabilityInputs;
use KeyCrmStock\Sync\Availability\Decider;
use KeyCrmStock\Sync\Availability\Decision;
use KeyCrmStock\Sync\Match\LevelsOfSku;
use KeyCrmStock\Sync\Match\SkuMatcher;
use KeyCrmStock\Sync\Match\TranslationSet;
use KeyCrmStock\Sync\Match\TranslationSets;
use KeyCrmStock\Sync\Read\ProductLevelsAnswer;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Change\SyncedProduct;

/** Makes the same decisions as the plan of a run, from the same matches and the same sum. */
final class ProductPlanner {

	/** More variations than one product has. */
	private const MOST = 2000;

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly TranslationSets $sets,
		private readonly SkuMatcher $matcher,
		private readonly AvailabilityInputs $inputs,
		private readonly Clock $clock,
	) {}

	/**
	 * The product and its variations, each with its translations, because they share one number.
	 *
	 * @return list<TranslationSet>|null Null if there is no such product.
	 * @throws DatabaseError
	 */
	public function sets( int $product_id ): ?array {
		if ( array() === $this->catalogue->by_ids( array( $product_id ) ) ) {
			return null;
		}
		$family = $this->catalogue->family( $product_id, self::MOST );
		$ids    = array_values( array_unique( array_merge( ...array_map( static fn ( ShopProduct $product ): array => $product->translations, $family ) ) ) );
		$own    = array_map( static fn ( ShopProduct $product ): int => $product->id, $family );
		$sets   = $this->sets->for_products( $this->catalogue->by_ids( $ids ) );
		return array_values( array_filter( $sets, static fn ( TranslationSet $set ): bool => array() !== array_intersect( $set->product->translations, $own ) ) );
	}

	/**
	 * @param list<TranslationSet> $sets
	 * @return array{list<PlannedProduct>, list<TranslationSet>} Those that are decided already, and those for which KeyCRM has to be asked.
	 * @throws DatabaseError
	 */
	public function divide( array $sets ): array {
		$decider = Decider::for_shop( $this->inputs->for_products( $this->ids( $sets ) ), 0 );
		$decided = array();
		$asking  = array();
		foreach ( $sets as $set ) {
			$decision = $decider->decide_unasked( $set );
			if ( null === $decision ) {
				$asking[] = $set;
			} elseif ( Outcome::NotManaged !== $decision->outcome || ProductKind::Container !== $set->product->kind || 1 === count( $sets ) ) {
				// Otherwise it is a variable product whose variations keep the stock. They stand for it.
				$decided[] = new PlannedProduct( $set->product, $decision, $set->product->stock );
			}
		}
		return array( $decided, $asking );
	}

	/**
	 * Whether an order is open that KeyCRM may have begun to count since its orders were last read.
	 *
	 * @param list<TranslationSet> $sets
	 * @throws DatabaseError
	 */
	public function has_uncounted_orders( array $sets ): bool {
		$inputs = $this->inputs->for_products( $this->ids( $sets ) );
		foreach ( $sets as $set ) {
			if ( $inputs->has_uncounted( $set->product, $this->clock->now_ms() ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Goes by what KeyCRM has just answered, not by older levels.
	 *
	 * @param list<TranslationSet> $sets
	 * @return list<PlannedProduct>
	 * @throws DatabaseError
	 */
	public function plan( array $sets, ProductLevelsAnswer $answer, int $run_id ): array {
		$skus    = array_values( array_unique( array_map( static fn ( TranslationSet $set ): string => $set->product->sku, $sets ) ) );
		$is_new  = static fn ( LevelRow $row ): bool => $row->level->read_at >= $answer->asked_at;
		$matches = $this->matcher->matches_of_skus( $this->matcher->products_with( $skus ), $is_new );
		$this->matcher->store( $matches );
		$decider = Decider::for_shop( $this->inputs->for_products( $this->ids( $sets ) ), $run_id );
		return array_map(
			fn ( TranslationSet $set ): PlannedProduct => match ( true ) {
				in_array( $set->product->sku, $answer->left, true ) => new PlannedProduct( $set->product, Decision::leave( Outcome::Unchanged ), $set->product->stock, true ),
				in_array( $set->product->sku, $answer->unaskable, true ) => new PlannedProduct( $set->product, Decision::leave( Outcome::NotInKeyCrm, SyncedProduct::NOT_ASKABLE ), $set->product->stock ),
				default => $this->planned( $set, $decider, LevelsOfSku::from_rows( $matches->levels[ 'sku:' . $set->product->sku ] ?? array(), $is_new ) ),
			},
			$sets
		);
	}

	private function planned( TranslationSet $set, Decider $decider, LevelsOfSku $levels ): PlannedProduct {
		$decision = $decider->decide( $set, $levels );
		$before   = $set->number_before( $decider->may_switch_on(), $decision->parts?->available );
		// The number differs and is left: PageInputs::may_set() wants KeyCRM's orders looked up first.
		$is_held_back = Outcome::Unchanged === $decision->outcome && null !== $decision->parts && ( null === $before || ! StockQuantity::equal( $before, $decision->parts->available ) );
		return new PlannedProduct( $set->product, $decision, $before, $is_held_back );
	}

	/**
	 * @param list<TranslationSet> $sets
	 * @return list<int> Translations included.
	 */
	private function ids( array $sets ): array {
		return array_values( array_unique( array_merge( ...array_map( static fn ( TranslationSet $set ): array => $set->product->translations, $sets ) ) ) );
	}
}
