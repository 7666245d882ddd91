<?php
/**
 * What a warehouse's limit keeps from sale.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

final class WarehouseDeduction {

	/**
	 * @param string $name     The warehouse's.
	 * @param int    $amount   The limit: percent or pieces.
	 * @param float  $quantity Pieces kept from sale by it; above 0.
	 */
	public function __construct(
		public readonly string $name,
		public readonly LimitKind $kind,
		public readonly int $amount,
		public readonly float $quantity,
	) {}

	/** @return array{name: string, kind: string, amount: int, quantity: float} */
	public function to_array(): array {
		return array(
			'name'     => $this->name,
			'kind'     => $this->kind->value,
			'amount'   => $this->amount,
			'quantity' => $this->quantity,
		);
	}
}
