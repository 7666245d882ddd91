<?php
/**
 * How far the plan has come, with the sums for the guard.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Plan;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\GuardReport;

final class PlanCursor {

	public const BOTH    = 'both';
	public const MATCH   = 'match';
	public const COMPUTE = 'compute';

	/**
	 * @param string $stage    BOTH: match SKUs and compute numbers, page by page. If a
	 *                         page shows that an earlier product shares its SKU, the rest is only
	 *                         matched (MATCH), and all of it computed anew (COMPUTE).
	 * @param int    $after_id The last product seen in this stage.
	 * @param int    $seen     Products seen in this stage.
	 * @param string $after_sku The last SKU, where the plan goes by SKUs.
	 */
	public function __construct(
		public readonly string $stage = self::BOTH,
		public readonly int $after_id = 0,
		public readonly int $seen = 0,
		public readonly int $total = 0,
		public readonly int $changes = 0,
		public readonly int $in_stock = 0,
		public readonly int $in_stock_after = 0,
		public readonly int $zeroed = 0,
		public readonly float $units_before = 0.0,
		public readonly float $units_after = 0.0,
		public readonly int $listed = 0,
		public readonly int $matched = 0,
		public readonly string $after_sku = '',
	) {}

	/** @param array<string, mixed> $row */
	public static function from_array( array $row ): self {
		return new self( ...$row );
	}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return get_object_vars( $this );
	}

	public function with( mixed ...$changes ): self {
		return new self( ...array_merge( get_object_vars( $this ), $changes ) );
	}

	/** MATCH and COMPUTE together go over the products once more. */
	public function progress(): int {
		return match ( $this->stage ) {
			self::BOTH => $this->seen,
			self::MATCH => intdiv( $this->seen, 2 ),
			default => intdiv( $this->total + $this->seen, 2 ),
		};
	}

	public function report(): GuardReport {
		return new GuardReport(
			array(),
			$this->changes,
			$this->in_stock,
			$this->in_stock_after,
			$this->zeroed,
			$this->units_before,
			$this->units_after,
			$this->listed,
			$this->matched,
			-1
		);
	}
}
