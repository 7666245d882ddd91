<?php
/**
 * A product whose number is in the database, committed or not.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

final class WrittenProduct {

	public function __construct(
		public readonly StockChange $change,
		public readonly \WC_Product $product,
	) {}

	public function id(): int {
		return $this->change->product->id;
	}

	public function amount(): float {
		return (float) $this->product->get_stock_quantity( 'edit' );
	}
}
