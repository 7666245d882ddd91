<?php
/**
 * What KeyCRM says about one offer (product variant).
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

/**
 * `quantity` is the physical total, the reserve included; both are sums over all warehouses.
 * Where KeyCRM's row could not be understood, `problem` is a code for the reason and the numbers are
 * null: unknown is never 0.
 */
final class StockLevel {

	public const PROBLEM_NUMBER     = 'number';
	public const PROBLEM_WAREHOUSES = 'warehouses';
	/** A number that is too large, or has too many decimals, to be stored exactly. */
	public const PROBLEM_NOT_EXACT = 'not_exact';
	/** A reserve below 0. */
	public const PROBLEM_RESERVE = 'reserve';
	/** The SKU is longer than the table can store. */
	public const PROBLEM_SKU = 'sku_too_long';
	/** The row does not say whether the offer is archived. */
	public const PROBLEM_ARCHIVED = 'archived';
	/** Only totals are known, but the settings ask for single warehouses: see Sync\Availability\Formula. */
	public const PROBLEM_SPLIT = 'no_split';

	/**
	 * @param string               $sku     Trimmed; '' where KeyCRM has none.
	 * @param list<WarehouseLevel> $warehouses
	 * @param int                  $read_at Unix milliseconds at which the request was sent. The number
	 *                                      may be older than the answer, but not older than the request.
	 * @param string               $problem '' or one of the PROBLEM_ constants.
	 * @param bool                 $has_split Whether `warehouses` says how the totals are spread; GET /offers knows totals only.
	 */
	public function __construct(
		public readonly int $offer_id,
		public readonly string $sku,
		public readonly ?float $quantity,
		public readonly ?float $reserve,
		public readonly array $warehouses,
		public readonly int $read_at,
		public readonly string $problem = '',
		public readonly bool $has_split = true,
	) {}

	/** Whether a product may get a larger number from this level than from the earlier one, whichever warehouses count. */
	public function may_give_more_than( self $earlier ): bool {
		if ( null === $earlier->quantity || null === $this->quantity || $earlier->sku !== $this->sku || $earlier->has_split !== $this->has_split ) {
			return true;
		}
		$known = array_column( $earlier->warehouses, null, 'id' );
		foreach ( $this->warehouses as $warehouse ) {
			$before = $known[ $warehouse->id ] ?? new WarehouseLevel( $warehouse->id, '', 0.0, 0.0 );
			if ( $warehouse->quantity > $before->quantity || $warehouse->reserve < $before->reserve ) {
				return true;
			}
			unset( $known[ $warehouse->id ] );
		}
		// A warehouse with a shortage or a reserve that is no longer named.
		$gone = array_filter( $known, static fn ( WarehouseLevel $warehouse ): bool => $warehouse->quantity < 0 || $warehouse->reserve > 0 );
		return array() !== $gone || $this->quantity > $earlier->quantity || $this->reserve < $earlier->reserve;
	}

	/** What keeps anyone from saying what one warehouse holds; '' if nothing does. Only 0 in all is 0 in each. */
	public function problem_by_warehouse(): string {
		$is_nothing = 0.0 === $this->quantity && 0.0 === $this->reserve;
		return '' === $this->problem && ! $this->has_split && ! $is_nothing ? self::PROBLEM_SPLIT : $this->problem;
	}

	/** A warehouse that the level does not name holds nothing of it (keycrm-server/API.md §3.4). */
	public function in_warehouse( int $id, string $name ): WarehouseLevel {
		return array_column( $this->warehouses, null, 'id' )[ $id ] ?? new WarehouseLevel( $id, $name, 0.0, 0.0 );
	}

	/** The level as it would be with another quantity in this warehouse. */
	public function with_quantity( WarehouseLevel $warehouse, float $quantity ): self {
		$others = array_filter( $this->warehouses, static fn ( WarehouseLevel $one ): bool => $one->id !== $warehouse->id );
		return new self(
			$this->offer_id,
			$this->sku,
			( $this->quantity ?? 0.0 ) + $quantity - $warehouse->quantity,
			$this->reserve,
			array( ...array_values( $others ), new WarehouseLevel( $warehouse->id, $warehouse->name, $quantity, $warehouse->reserve ) ),
			$this->read_at,
			$this->problem
		);
	}

	/** What GET /offers says of an offer. */
	public static function totals( int $offer_id, string $sku, float $quantity, float $reserve, int $read_at ): self {
		return new self( $offer_id, $sku, $quantity, $reserve, array(), $read_at, '', false );
	}

	/** A row of which only the offer's id and SKU can be used. */
	public static function unreadable( int $offer_id, string $sku, int $read_at, string $problem ): self {
		return new self( $offer_id, $sku, null, null, array(), $read_at, $problem );
	}
}
