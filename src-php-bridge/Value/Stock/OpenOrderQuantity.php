<?php
/**
 * How much of one product is in orders that KeyCRM does not count yet.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

final class OpenOrderQuantity {

	/** At most so many orders are listed; `quantity` contains the others too. */
	public const NAMED = 10;

	/** @param list<array{id: int, quantity: float}> $orders Shop orders, newest first, at most NAMED. */
	public function __construct(
		public readonly float $quantity,
		public readonly array $orders,
	) {}

	public static function nothing(): self {
		return new self( 0.0, array() );
	}
}
