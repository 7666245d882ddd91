<?php
/**
 * Decides what number one product gets, or why it gets none.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Availability;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\Settings;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Catalogue\StockManagement;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Sync\Match\LevelsOfSku;
use KeyCrmStock\Sync\Match\TranslationSet;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Stock\Sku;
use KeyCrmStock\Value\Stock\StockLevel;

/** Pure. */
final class Decider {

	/**
	 * @param NumberRule $rule   What a product's number should be, if it has a counterpart.
	 * @param int        $run_id The run that may set numbers to 0 for offers that are gone; 0 for none.
	 */
	private function __construct(
		private readonly Settings $settings,
		private readonly NumberRule $rule,
		private readonly int $run_id,
		private readonly bool $may_switch_on,
	) {}

	/** For the shop's numbers. */
	public static function for_shop( PageInputs $inputs, int $run_id ): self {
		return new self( $inputs->settings, new ShopNumberRule( $inputs, $run_id ), $run_id, 'enable' === $inputs->settings->manage_stock );
	}

	/** For KeyCRM's numbers: nothing in the shop is changed for them. */
	public static function for_keycrm( Settings $settings, NumberRule $rule ): self {
		return new self( $settings, $rule, 0, false );
	}

	/**
	 * @param LevelsOfSku $levels Levels whose SKU is exactly that of the set's main product.
	 */
	public function decide( TranslationSet $set, LevelsOfSku $levels ): Decision {
		$product = $set->product;
		$holders = $set->holders( $this->may_switch_on() );
		$row     = $levels->seen[0] ?? null;
		return match ( true ) {
			$product->excluded => Decision::leave( Outcome::Excluded ),
			'' === $product->sku => Decision::leave( Outcome::NotInKeyCrm, 'no_sku' ),
			Sku::is_too_long( $product->sku ) => Decision::leave( Outcome::Failed, 'unreadable_' . StockLevel::PROBLEM_SKU ),
			null === $row => $this->unseen( $set, $levels->lost_by( $product ) ),
			count( $levels->seen ) > 1 => Decision::leave( Outcome::DuplicateInKeyCrm, '', $row ),
			null !== $row->twin_id => Decision::leave( Outcome::DuplicateInShop, '', $row ),
			array() === $holders && StockManagement::Parent === $product->managed => Decision::leave( Outcome::ManagedByParent, '', $row ),
			'' !== $this->rule->problem( $row->level ) => Decision::leave( Outcome::Failed, 'unreadable_' . $this->rule->problem( $row->level ), $row ),
			array() === $holders => Decision::leave( Outcome::NotManaged, $product->kind->why_not_switched_on(), $row ),
			default => $this->rule->decide( $product, $row, $holders ),
		};
	}

	/** What is so whatever KeyCRM says; null if KeyCRM has to be asked. */
	public function decide_unasked( TranslationSet $set ): ?Decision {
		$product = $set->product;
		return match ( true ) {
			$product->excluded => Decision::leave( Outcome::Excluded ),
			'' === $product->sku => Decision::leave( Outcome::NotInKeyCrm, 'no_sku' ),
			Sku::is_too_long( $product->sku ) => Decision::leave( Outcome::Failed, 'unreadable_' . StockLevel::PROBLEM_SKU ),
			array() !== $set->holders( $this->may_switch_on() ) => null,
			StockManagement::Parent === $product->managed => Decision::leave( Outcome::ManagedByParent ),
			default => Decision::leave( Outcome::NotManaged, $product->kind->why_not_switched_on() ),
		};
	}

	public function may_switch_on(): bool {
		return $this->may_switch_on;
	}

	private function unseen( TranslationSet $set, ?LevelRow $lost ): Decision {
		$selling = array_filter( $set->holders( false ), static fn ( ShopProduct $holder ): bool => $holder->stock > 0 );
		return match ( true ) {
			null === $lost => Decision::leave( Outcome::NotInKeyCrm, 'unknown_sku' ),
			array() !== $selling && $this->is_to_be_zeroed( $lost ) => Decision::zero( $lost ),
			// KeyCRM was not asked for it by id, so it is unknown whether KeyCRM still has it.
			default => Decision::leave( Outcome::NotInKeyCrm, $lost->gone_in > 0 ? 'was_there' : 'not_listed' ),
		};
	}

	/** Only if the number came from us, and this very run has asked for the offer by id and it did not come. */
	private function is_to_be_zeroed( LevelRow $lost ): bool {
		return 'zero' === $this->settings->gone
			&& 0 !== $this->run_id && $lost->gone_in === $this->run_id
			&& $lost->written_to === $lost->product_id && null === $lost->twin_id;
	}
}
