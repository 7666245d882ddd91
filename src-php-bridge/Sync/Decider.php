<?php
/**
 * Decides for one product from what is known; no guessing.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\ShopProduct;
use KeyCrmStock\Shop\StockManagement;
use KeyCrmStock\Store\LevelRow;
use KeyCrmStock\Value\Outcome;

/** Pure. */
final class Decider {

	private const SAME = 0.0000005;

	public function __construct( private readonly PageTerms $terms ) {}

	/**
	 * @param ShopProduct       $product  With the SKU of its translation set.
	 * @param list<LevelRow>    $levels   Those whose SKU is exactly the product's.
	 * @param list<float|null>  $present  The numbers that the product and its translations have now.
	 */
	public function decide( ShopProduct $product, array $levels, array $present ): Decision {
		$row = $levels[0] ?? null;
		return match ( true ) {
			$product->excluded => Decision::leave( Outcome::Excluded ),
			'' === $product->sku => Decision::leave( Outcome::NotInKeyCrm, 'no_sku' ),
			null === $row => Decision::leave( Outcome::NotInKeyCrm, 'unknown_sku' ),
			count( $levels ) > 1 => Decision::leave( Outcome::DuplicateInKeyCrm, '', $row ),
			null !== $row->twin_id => Decision::leave( Outcome::DuplicateInShop, '', $row ),
			StockManagement::Parent === $product->managed => Decision::leave( Outcome::ManagedByParent, '', $row ),
			'' !== $row->level->problem => Decision::leave( Outcome::Failed, 'unreadable_' . $row->level->problem, $row ),
			StockManagement::Off === $product->managed && ! $this->may_switch_on( $product ) => Decision::leave( Outcome::NotManaged, '', $row ),
			default => $this->number( $product, $row, $present ),
		};
	}

	/** @param list<float|null> $present */
	private function number( ShopProduct $product, LevelRow $row, array $present ): Decision {
		$parts = $this->terms->parts( $product, $row->level );
		foreach ( $present as $number ) {
			if ( null === $number || abs( $number - $parts->available ) > self::SAME ) {
				return Decision::set( Outcome::Updated, $row, $parts );
			}
		}
		return Decision::set( Outcome::Unchanged, $row, $parts );
	}

	/** A variable parent would then hold one number for all of its variations. */
	private function may_switch_on( ShopProduct $product ): bool {
		return 'enable' === $this->terms->settings->manage_stock && in_array( $product->type, array( 'simple', 'variation' ), true );
	}
}
