<?php
/**
 * Every term of the formula for one product.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

/**
 * Numbers in the product's own unit. `warehouses` are those that count; empty where the offer's
 * totals count. `held` is what is in orders that KeyCRM does not count yet. `exact` is the sum before
 * it was rounded down and cut at 0 to become `available`.
 */
final class Availability {

	/** Fields that changes stored by older versions lack, with their values. */
	public const ADDED_LATER = array(
		'cuts'        => array(),
		'buffer_from' => 'shop',
	);

	/**
	 * @param list<WarehouseLevel> $warehouses
	 * @param list<WarehouseDeduction>            $cuts What the warehouses' limits keep from sale.
	 */
	public function __construct(
		public readonly array $warehouses,
		public readonly float $quantity,
		public readonly float $reserve,
		public readonly array $cuts,
		public readonly OpenOrderQuantity $held,
		public readonly Buffer $buffer,
		public readonly float $exact,
		public readonly float $available,
	) {}

	/** For a product without a level. */
	public static function nothing(): self {
		return new self( array(), 0.0, 0.0, array(), OpenOrderQuantity::nothing(), new Buffer( 0, BufferSource::Shop ), 0.0, 0.0 );
	}

	/** @return array<string, mixed> @see src-admin/contract/change.ts partsSchema */
	public function to_array(): array {
		return array(
			'warehouses'  => array_map( static fn ( WarehouseLevel $level ): array => $level->to_array(), $this->warehouses ),
			'quantity'    => $this->quantity,
			'reserve'     => $this->reserve,
			'cuts'        => array_map( static fn ( WarehouseDeduction $cut ): array => $cut->to_array(), $this->cuts ),
			'held'        => $this->held->quantity,
			'held_orders' => $this->held->orders,
			'buffer'      => $this->buffer->pieces,
			'buffer_from' => $this->buffer->from->value,
			'exact'       => $this->exact,
			'available'   => $this->available,
		);
	}
}
