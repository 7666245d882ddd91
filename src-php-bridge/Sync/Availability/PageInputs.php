<?php
/**
 * What decides the numbers of a page of products besides KeyCRM's levels.
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
	 * Whether a product may be given the number of these parts now, or keeps the one that it has.
	 *
	 * A level may hold pieces of an order that KeyCRM has let go of, which only a look at KeyCRM's orders after it can
	 * tell. Without one the level may lower a number, because too little can be sold later. It may not raise one, unless
	 * the number is the same if KeyCRM counts none of the shop's orders: that rests on no guess.
	 *
	 * @param Availability      $parts   As parts() gave them.
	 * @param float|null $present The number it has; null for none.
	 */
	public function may_set( Availability $parts, ShopProduct $product, LevelRow $row, ?float $present ): bool {
		return $this->held->is_newer_than( $row )
			|| ( null !== $present && $parts->available <= $present )
			|| $this->from_held( $this->held->without_notes(), $product, $row->level )->held->quantity === $parts->held->quantity;
	}

	private function from_held( OpenOrderQuantities $held, ShopProduct $product, StockLevel $level ): Availability {
		return $this->formula->availability( $level, $held->for_set( $product->translations, $level->sku, $level->read_at ), $this->buffers->for_set( $product->translations ) );
	}
}
