<?php
/**
 * One product of the shop in all its languages.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Match;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Catalogue\StockManagement;

/** Pure. Most sets have one member. */
final class TranslationSet {

	/**
	 * @param ShopProduct                 $product The set's main product: by its SKU the set is matched, under its id it is logged.
	 * @param non-empty-list<ShopProduct> $members All translations that exist, the main product included; none from the trash.
	 */
	public function __construct(
		public readonly ShopProduct $product,
		public readonly array $members,
	) {}

	/**
	 * The members that get KeyCRM's number. A member that keeps no number, or shares its parent's, does not.
	 *
	 * @param bool $may_switch_on Whether the owner wants stock management switched on.
	 * @return list<ShopProduct>
	 */
	public function holders( bool $may_switch_on ): array {
		return array_values(
			array_filter(
				$this->members,
				static fn ( ShopProduct $member ): bool => StockManagement::Own === $member->managed
					|| ( $may_switch_on && StockManagement::Off === $member->managed && $member->kind->may_be_switched_on() )
			)
		);
	}

	/**
	 * The set's number before the change: that of a member without a number, else of one whose number changes, else
	 * of the first.
	 */
	public function number_before( bool $may_switch_on, ?float $after ): ?float {
		$numbers = array_map( static fn ( ShopProduct $holder ): ?float => $holder->stock, $this->holders( $may_switch_on ) );
		if ( in_array( null, $numbers, true ) ) {
			return null;
		}
		$changing = array_filter( $numbers, static fn ( ?float $number ): bool => $number !== $after );
		return array_values( $changing )[0] ?? $numbers[0] ?? $this->product->stock;
	}
}
