<?php
/**
 * Decides which stock quantity a draft begins with: the one that a sync would give it.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Draft;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Store\Level\LevelWriteMarks;
use KeyCrmStock\Sync\Availability\AvailabilityInputs;
use KeyCrmStock\Sync\Availability\Decider;
use KeyCrmStock\Sync\Match\LevelsOfSku;
use KeyCrmStock\Sync\Match\SkuMatcher;
use KeyCrmStock\Sync\Match\TranslationSet;
use KeyCrmStock\Value\Change\Outcome;

/** To be called within the transaction that makes the draft: it is matched with its offer, so that buffers of its category count. */
final class DraftNumbers {

	public function __construct(
		private readonly SkuMatcher $matcher,
		private readonly AvailabilityInputs $inputs,
		private readonly LevelWriteMarks $marks,
	) {}

	/**
	 * @param list<ShopProduct> $products New, and without stock.
	 * @param int               $since    Only levels that were asked for since then count, unix milliseconds.
	 * @return array<int, float> Stock quantities by product id; missing where KeyCRM has said nothing that can be used.
	 * @throws DatabaseError
	 */
	public function for_new( array $products, int $run_id, int $since ): array {
		$skus    = array_map( static fn ( ShopProduct $product ): string => $product->sku, $products );
		$is_new  = static fn ( LevelRow $row ): bool => $row->level->read_at >= $since;
		$matches = $this->matcher->matches_of_skus( $this->matcher->products_with( $skus ), $is_new );
		$this->matcher->store( $matches );
		$decider = Decider::for_shop( $this->inputs->for_products( array_map( static fn ( ShopProduct $product ): int => $product->id, $products ) ), $run_id );
		$numbers = array();
		$offers  = array();
		foreach ( $products as $product ) {
			$decision = $decider->decide( new TranslationSet( $product, array( $product ) ), LevelsOfSku::from_rows( $matches->levels[ 'sku:' . $product->sku ] ?? array(), $is_new ) );
			if ( null !== $decision->parts && in_array( $decision->outcome, array( Outcome::Updated, Outcome::Unchanged ), true ) ) {
				$numbers[ $product->id ] = $decision->parts->available;
				$offers[]                = (int) $decision->offer_id;
			}
		}
		$this->marks->note_written( $offers );
		return $numbers;
	}
}
