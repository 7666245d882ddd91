<?php
/**
 * A product whose stock quantity was written.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

final class WrittenProduct {

	/** @param bool $is_saved The whole product was saved, so that nothing is left to be derived from the number. */
	public function __construct(
		public readonly StockChange $change,
		public readonly \WC_Product $product,
		public readonly bool $is_saved = false,
	) {}

	public function id(): int {
		return $this->change->product->id;
	}

	public function amount(): float {
		return (float) $this->product->get_stock_quantity( 'edit' );
	}
}
