<?php
/**
 * The formula: from KeyCRM's level to the number that may be sold.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Availability;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\Settings;
use KeyCrmStock\Value\Stock\Availability;
use KeyCrmStock\Value\Stock\Buffer;
use KeyCrmStock\Value\Stock\OpenOrderQuantity;
use KeyCrmStock\Value\Stock\StockLevel;
use KeyCrmStock\Value\Stock\WarehouseDeduction;
use KeyCrmStock\Value\Stock\WarehouseLevel;

/**
 * Pure: Σ over the chosen warehouses (quantity − reserve, if reserves are subtracted, and of that what
 * the warehouse's limit lets through) − orders that KeyCRM does not count yet − buffer, rounded down,
 * not below 0 unless the setting allows it. No warehouse chosen means the offer's totals. Warehouses
 * are summed first, then the result is cut.
 */
final class Formula {

	/** KeyCRM keeps fewer decimals. Rounding to six removes the error of binary fractions (0.1 + 0.2). */
	public const DECIMALS = 6;

	public function __construct( private readonly Settings $settings ) {}

	/**
	 * If only totals are known: 0 in total counts as 0 in each warehouse. Any other total may be spread over
	 * warehouses in many ways. The place of a reserve does not matter as long as the number is cut at 0.
	 *
	 * @return string Why this level has no number under these settings: '' or a PROBLEM_ constant of StockLevel.
	 */
	public function problem( StockLevel $level ): string {
		$by_warehouse = array() !== $this->settings->warehouse_ids || array() !== $this->settings->warehouse_limits;
		$is_nothing   = 0.0 === $level->quantity && ( 0.0 === $level->reserve || ! $this->settings->subtract_reserve || ! $this->settings->allow_negative );
		return '' === $level->problem && $by_warehouse && ! $level->has_split && ! $is_nothing ? StockLevel::PROBLEM_SPLIT : $level->problem;
	}

	/** @throws \InvalidArgumentException For a level whose numbers are unknown. */
	public function availability( StockLevel $level, OpenOrderQuantity $held, Buffer $buffer ): Availability {
		if ( null === $level->quantity || null === $level->reserve ) {
			throw new \InvalidArgumentException( 'A level without numbers has no formula.' );
		}
		$totals   = array() === $this->settings->warehouse_ids;
		$counting = $totals ? $level->warehouses : $this->chosen( $level->warehouses );
		$quantity = $totals ? $level->quantity : array_sum( array_column( $counting, 'quantity' ) );
		$reserve  = $totals ? $level->reserve : array_sum( array_column( $counting, 'reserve' ) );
		$taken    = $this->settings->subtract_reserve ? $reserve : 0.0;
		$cuts     = $this->cuts( $counting );
		$exact    = round( $quantity - $taken - array_sum( array_column( $cuts, 'quantity' ) ) - $held->quantity - $buffer->pieces, self::DECIMALS );
		$floor    = floor( $exact );
		$whole    = 0.0 === $floor ? 0.0 : $floor; // Otherwise −0 would be stored as "-0".
		return new Availability(
			$counting,
			round( $quantity, self::DECIMALS ),
			round( $taken, self::DECIMALS ),
			$cuts,
			$held,
			$buffer,
			$exact,
			$this->settings->allow_negative ? $whole : max( 0.0, $whole )
		);
	}

	/**
	 * @param list<WarehouseLevel> $counting
	 * @return list<WarehouseDeduction> Of warehouses whose limit keeps something from sale.
	 */
	private function cuts( array $counting ): array {
		$cuts = array();
		foreach ( $this->settings->warehouse_limits as $limit ) {
			foreach ( $counting as $level ) {
				$free = $level->quantity - ( $this->settings->subtract_reserve ? $level->reserve : 0.0 );
				$kept = $level->id === $limit->warehouse_id ? round( $free - $limit->offered( $free ), self::DECIMALS ) : 0.0;
				if ( $kept > 0 ) {
					$cuts[] = new WarehouseDeduction( $level->name, $limit->kind, $limit->amount(), $kept );
				}
			}
		}
		return $cuts;
	}

	/**
	 * @param list<WarehouseLevel> $levels
	 * @return list<WarehouseLevel>
	 */
	private function chosen( array $levels ): array {
		$ids = $this->settings->warehouse_ids;
		return array_values( array_filter( $levels, static fn ( WarehouseLevel $level ): bool => in_array( $level->id, $ids, true ) ) );
	}
}
