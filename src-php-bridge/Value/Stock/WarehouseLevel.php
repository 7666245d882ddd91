<?php
/**
 * One warehouse's part of an offer's stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

/** Numbers in the product's own unit (pieces, kg …). */
final class WarehouseLevel {

	public function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly float $quantity,
		public readonly float $reserve,
	) {}

	/** What is there and not promised to orders; may be below 0. */
	public function free(): float {
		return round( $this->quantity - $this->reserve, 6 );
	}

	/** @return array{id: int, name: string, quantity: float, reserve: float} */
	public function to_array(): array {
		return array(
			'id'       => $this->id,
			'name'     => $this->name,
			'quantity' => $this->quantity,
			'reserve'  => $this->reserve,
		);
	}
}
