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
use KeyCrmStock\Value\Sku;
use KeyCrmStock\Value\StockLevel;

/** Pure. */
final class Decider {

	private const SAME = 0.0000005;

	/** @param int $run_id The run that decides; 0 outside one. */
	public function __construct( private readonly PageTerms $terms, private readonly int $run_id ) {}

	/**
	 * @param ShopProduct       $product  With the SKU of its translation set.
	 * @param SkuLevels         $levels   Those whose SKU is exactly the product's.
	 * @param list<float|null>  $present  The numbers that the product and its translations have now.
	 */
	public function decide( ShopProduct $product, SkuLevels $levels, array $present ): Decision {
		$row = $levels->seen[0] ?? null;
		return match ( true ) {
			$product->excluded => Decision::leave( Outcome::Excluded ),
			'' === $product->sku => Decision::leave( Outcome::NotInKeyCrm, 'no_sku' ),
			Sku::is_too_long( $product->sku ) => Decision::leave( Outcome::Failed, 'unreadable_' . StockLevel::PROBLEM_SKU ),
			null === $row => $this->unseen( $product, $levels->lost_by( $product ), $present ),
			count( $levels->seen ) > 1 => Decision::leave( Outcome::DuplicateInKeyCrm, '', $row ),
			null !== $row->twin_id => Decision::leave( Outcome::DuplicateInShop, '', $row ),
			StockManagement::Parent === $product->managed => Decision::leave( Outcome::ManagedByParent, '', $row ),
			'' !== $row->level->problem => Decision::leave( Outcome::Failed, 'unreadable_' . $row->level->problem, $row ),
			StockManagement::Off === $product->managed && ! $this->may_switch_on( $product ) => Decision::leave( Outcome::NotManaged, '', $row ),
			default => $this->number( $product, $row, $present ),
		};
	}

	/** @param list<float|null> $present */
	private function unseen( ShopProduct $product, ?LevelRow $lost, array $present ): Decision {
		return match ( true ) {
			null === $lost => Decision::leave( Outcome::NotInKeyCrm, 'unknown_sku' ),
			$this->is_to_be_zeroed( $product, $lost ) && max( 0, ...$present ) > 0 => Decision::zero( $lost ),
			default => Decision::leave( Outcome::NotInKeyCrm, 'was_there' ),
		};
	}

	/** Only what came from us, and what this very run has asked for in vain. */
	private function is_to_be_zeroed( ShopProduct $product, LevelRow $lost ): bool {
		return 'zero' === $this->terms->settings->gone
			&& 0 !== $this->run_id && $lost->gone_in === $this->run_id
			&& $lost->written_to === $lost->product_id && null === $lost->twin_id
			&& StockManagement::Own === $product->managed;
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

	private function may_switch_on( ShopProduct $product ): bool {
		return 'enable' === $this->terms->settings->manage_stock && $product->kind->may_be_switched_on();
	}
}
