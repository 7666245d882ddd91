<?php
/**
 * What one of KeyCRM's warehouses gets of one product.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

final class PushedQuantity {

	/**
	 * @param string $name      The warehouse's; '' if no answer of KeyCRM has named it yet.
	 * @param float  $available Pieces that are to be for sale from it.
	 * @param float  $reserve   Pieces that KeyCRM has promised to orders there.
	 * @param float  $quantity  The physical total that KeyCRM is sent: both together.
	 * @param float  $present   The physical total that it has.
	 */
	public function __construct(
		public readonly int $warehouse_id,
		public readonly string $name,
		public readonly float $available,
		public readonly float $reserve,
		public readonly float $quantity,
		public readonly float $present,
	) {}

	/** @return array{warehouse_id: int, name: string, available: float, reserve: float, quantity: float, present: float} @see src-admin/contract/change.ts pushedSchema */
	public function to_array(): array {
		return array(
			'warehouse_id' => $this->warehouse_id,
			'name'         => $this->name,
			'available'    => $this->available,
			'reserve'      => $this->reserve,
			'quantity'     => $this->quantity,
			'present'      => $this->present,
		);
	}

	/** @param array<mixed> $row As to_array() made it. */
	public static function from_array( array $row ): self {
		$number = static fn ( string $name ): float => is_numeric( $row[ $name ] ?? null ) ? (float) $row[ $name ] : 0.0;
		return new self( (int) $number( 'warehouse_id' ), is_string( $row['name'] ?? null ) ? $row['name'] : '', $number( 'available' ), $number( 'reserve' ), $number( 'quantity' ), $number( 'present' ) );
	}
}
