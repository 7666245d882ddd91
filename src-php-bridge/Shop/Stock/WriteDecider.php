<?php
/**
 * Decides under the lock what happens to one product.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Catalogue\ShopStockSettings;
use KeyCrmStock\Shop\Catalogue\StockManagement;
use KeyCrmStock\Value\Change\Outcome;

/** The plan may be minutes old, so what it relied on is checked again. */
final class WriteDecider {

	public function __construct(
		private readonly ShopStockSettings $shop,
		private readonly WriteOptions $options,
	) {}

	/**
	 * @param ShopProduct|null $product Null if it was deleted.
	 * @param float|null       $present The number it has, null where it has none.
	 * @param float|null       $target  Null: do not write.
	 */
	public function decide( int $id, ?ShopProduct $product, ?float $present, ?float $target ): WriteResult|StockChange {
		if ( null === $product ) {
			return WriteResult::left( $id, null, Outcome::Failed, WriteResult::DELETED );
		}
		$present = StockManagement::Own === $product->managed ? $present : null;
		$left    = $this->why_left( $product );
		if ( null !== $left || null === $target ) {
			return WriteResult::left( $id, $present, $left ?? Outcome::Unchanged );
		}
		$target = StockQuantity::shop_amount( $target );
		return null !== $present && StockQuantity::equal( $present, $target )
			? WriteResult::left( $id, $present, Outcome::Unchanged )
			: new StockChange( $product, $present ?? 0.0, $target );
	}

	private function why_left( ShopProduct $product ): ?Outcome {
		return match ( true ) {
			! $this->shop->manages_stock() => Outcome::NotManaged,
			$product->excluded => Outcome::Excluded,
			StockManagement::Parent === $product->managed => Outcome::ManagedByParent,
			StockManagement::Off === $product->managed && ! $this->may_switch_on( $product ) => Outcome::NotManaged,
			default => null,
		};
	}

	private function may_switch_on( ShopProduct $product ): bool {
		return $this->options->enable_stock_management && $product->kind->may_be_switched_on();
	}
}
