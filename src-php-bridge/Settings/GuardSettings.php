<?php
/**
 * When a run stops and asks before it writes.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

final class GuardSettings {

	/**
	 * @param int $min_products       The guard never stops a run with fewer changes.
	 * @param int $max_zeroed_percent Of the products in stock, how many may become 0.
	 * @param int $max_drop_percent   Of the units in stock, how many may go.
	 */
	public function __construct(
		public readonly int $min_products,
		public readonly int $max_zeroed_percent,
		public readonly int $max_drop_percent,
	) {}

	/** @param array<string, mixed> $values Whole and valid. */
	public static function from_array( array $values ): self {
		return new self( (int) $values['min_products'], (int) $values['max_zeroed_percent'], (int) $values['max_drop_percent'] );
	}

	/** @return array{min_products: int, max_zeroed_percent: int, max_drop_percent: int} */
	public function to_array(): array {
		return array(
			'min_products'       => $this->min_products,
			'max_zeroed_percent' => $this->max_zeroed_percent,
			'max_drop_percent'   => $this->max_drop_percent,
		);
	}
}
