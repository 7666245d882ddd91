<?php
/**
 * How much of one warehouse is for sale.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\LimitKind;

/** @see src-admin/contract/settings/warehouse-limits.ts warehouseLimitSchema */
final class WarehouseLimit {

	/** Rounds away the error of binary fractions: 70 % of 10 is 7. */
	private const DECIMALS = 6;

	/**
	 * @param int $percent For a share.
	 * @param int $pieces  For a ceiling.
	 */
	public function __construct(
		public readonly int $warehouse_id,
		public readonly LimitKind $kind,
		public readonly int $percent,
		public readonly int $pieces,
	) {}

	/** @param array<string, mixed> $values Whole and valid. */
	public static function from_array( array $values ): self {
		return new self( (int) $values['warehouse_id'], LimitKind::from( (string) $values['kind'] ), (int) $values['percent'], (int) $values['pieces'] );
	}

	/** @return array{warehouse_id: int, kind: string, percent: int, pieces: int} */
	public function to_array(): array {
		return array(
			'warehouse_id' => $this->warehouse_id,
			'kind'         => $this->kind->value,
			'percent'      => $this->percent,
			'pieces'       => $this->pieces,
		);
	}

	/** The number that counts for the limit's kind. */
	public function amount(): int {
		return LimitKind::Share === $this->kind ? $this->percent : $this->pieces;
	}

	/**
	 * A share is rounded down for each warehouse and not in the sum: half of 5 in each of two warehouses is 2
	 * and 2, because half a piece cannot be sold. A shortage below 0 counts in full.
	 *
	 * @param float $free The warehouse's quantity less its reserve.
	 * @return float The part of it that is for sale.
	 */
	public function offered( float $free ): float {
		return match ( true ) {
			$free <= 0 => $free,
			LimitKind::Ceiling === $this->kind => min( $free, (float) $this->pieces ),
			default => floor( round( $free * $this->percent / 100, self::DECIMALS ) ),
		};
	}
}
