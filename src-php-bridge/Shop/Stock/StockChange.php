<?php
/**
 * A number that is about to be written.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;

final class StockChange {

	/** @param float $target In the shop's own steps (whole pieces, if it sells whole pieces). */
	public function __construct(
		public readonly ShopProduct $product,
		public readonly float $present,
		public readonly float $target,
	) {}

	/** How far the number moves, above 0. */
	public function distance(): float {
		return abs( $this->target - $this->present );
	}

	/** @return 'increase'|'decrease' */
	public function direction(): string {
		return $this->target > $this->present ? 'increase' : 'decrease';
	}
}
