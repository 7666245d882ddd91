<?php
/**
 * What KeyCRM gets of one product, and what it has.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

final class PushedStock {

	/**
	 * @param float                $before     Pieces that KeyCRM has for sale.
	 * @param float                $after      Pieces that it is to have for sale.
	 * @param list<PushedQuantity> $quantities One for each warehouse that gets some of it.
	 */
	public function __construct(
		public readonly float $before,
		public readonly float $after,
		public readonly array $quantities,
	) {}

	/** @return list<PushedQuantity> Those that KeyCRM does not have yet. */
	public function missing(): array {
		return array_values( array_filter( $this->quantities, static fn ( PushedQuantity $one ): bool => $one->present !== $one->quantity ) );
	}

	/** @return list<array<string, mixed>> */
	public function terms(): array {
		return array_map( static fn ( PushedQuantity $quantity ): array => $quantity->to_array(), $this->quantities );
	}
}
