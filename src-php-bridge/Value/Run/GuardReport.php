<?php
/**
 * What the guard weighed before anything was written.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Run;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/run.ts guardReportSchema */
final class GuardReport {

	public const ZEROED    = 'zeroed';
	public const DROP      = 'drop';
	public const UNMATCHED = 'unmatched';

	/** Nothing was written in this direction since the owner has chosen it, or has undone what was sent. */
	public const NEW_DIRECTION = 'new_direction';

	/** KeyCRM is filled from the shop, which a person has to look at. */
	public const FILL = 'fill';

	/**
	 * @param list<string> $reasons        The limits that were exceeded, or why a person is asked in any case; empty where the run may write.
	 * @param int          $changes        Products whose number would change.
	 * @param int          $in_stock       Products with more than 0 now, on the side that is written.
	 * @param int          $in_stock_after The same after the run.
	 * @param int          $zeroed         Those of them that would become 0 or less.
	 * @param float        $units_before   Units there now, over all products that KeyCRM knows.
	 * @param float        $units_after    The same after the run.
	 * @param int          $listed         Shop products that have an SKU.
	 * @param int          $matched        Those of them that KeyCRM knows.
	 * @param int          $matched_before `matched` of the last good run; -1 where there is none.
	 */
	public function __construct(
		public readonly array $reasons,
		public readonly int $changes,
		public readonly int $in_stock,
		public readonly int $in_stock_after,
		public readonly int $zeroed,
		public readonly float $units_before,
		public readonly float $units_after,
		public readonly int $listed,
		public readonly int $matched,
		public readonly int $matched_before,
	) {}

	/** The same report with one reason more, as the first. */
	public function with_reason( string $reason ): self {
		return new self( ...array_merge( get_object_vars( $this ), array( 'reasons' => array( $reason, ...$this->reasons ) ) ) );
	}

	/** @return array{reasons: list<string>, changes: int, in_stock: int, in_stock_after: int, zeroed: int, units_before: float, units_after: float, listed: int, matched: int, matched_before: int} */
	public function to_array(): array {
		return array(
			'reasons'        => $this->reasons,
			'changes'        => $this->changes,
			'in_stock'       => $this->in_stock,
			'in_stock_after' => $this->in_stock_after,
			'zeroed'         => $this->zeroed,
			'units_before'   => $this->units_before,
			'units_after'    => $this->units_after,
			'listed'         => $this->listed,
			'matched'        => $this->matched,
			'matched_before' => $this->matched_before,
		);
	}

	/** @param array<string, mixed> $row As written by to_array(). */
	public static function from_array( array $row ): self {
		$number = static fn ( string $key ): float => is_numeric( $row[ $key ] ?? null ) ? (float) $row[ $key ] : 0.0;
		$list   = is_array( $row['reasons'] ?? null ) ? $row['reasons'] : array();
		return new self(
			array_values( array_filter( $list, 'is_string' ) ),
			(int) $number( 'changes' ),
			(int) $number( 'in_stock' ),
			(int) $number( 'in_stock_after' ),
			(int) $number( 'zeroed' ),
			$number( 'units_before' ),
			$number( 'units_after' ),
			(int) $number( 'listed' ),
			(int) $number( 'matched' ),
			(int) $number( 'matched_before' )
		);
	}
}
