<?php
/**
 * Open orders, buffers and settings that decide the numbers of a page of products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Availability;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\Settings;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Value\Stock\Availability;
use KeyCrmStock\Value\Stock\StockLevel;

final class PageInputs {

	private readonly Formula $formula;

	public function __construct(
		public readonly Settings $settings,
		private readonly OpenOrderQuantities $held,
		private readonly BufferQuantities $buffers,
	) {
		$this->formula = new Formula( $settings );
	}

	/** @throws \InvalidArgumentException For a level whose numbers are unknown. */
	public function parts( ShopProduct $product, StockLevel $level ): Availability {
		return $this->from_held( $this->held, $product, $level );
	}

	/** @return string Why this level has no number: '' or a PROBLEM_ constant of StockLevel. */
	public function problem( StockLevel $level ): string {
		return $this->formula->problem( $level );
	}

	/**
	 * Whether a product may get this number now, or keeps the one that it has.
	 *
	 * A level may contain pieces of an order that KeyCRM has just released. Only a read of KeyCRM's orders after the level
	 * can show that. Without it the level may lower a number, because what is kept back can be sold later. It may raise
	 * one only if the number is the same when all of the shop's orders are subtracted.
	 *
	 * @param Availability      $parts   As parts() gave them.
	 * @param float|null $present The number it has; null for none.
	 */
	public function may_set( Availability $parts, ShopProduct $product, LevelRow $row, ?float $present ): bool {
		return $this->held->is_newer_than( $row )
			|| ( null !== $present && $parts->available <= $present )
			|| $this->from_held( $this->held->without_notes(), $product, $row->level )->held->quantity === $parts->held->quantity;
	}

	/** Whether an order of this product is open, as far as is known, that KeyCRM may have begun to count since. */
	public function has_uncounted( ShopProduct $product, int $now_ms ): bool {
		return $this->held->for_set( $product->translations, $product->sku, $now_ms )->quantity > 0;
	}

	private function from_held( OpenOrderQuantities $held, ShopProduct $product, StockLevel $level ): Availability {
		return $this->formula->availability( $level, $held->for_set( $product->translations, $level->sku, $level->read_at ), $this->buffers->for_set( $product->translations ) );
	}
}
