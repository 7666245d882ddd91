<?php
/**
 * Reads one row of GET /offers/stocks.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm;

use KeyCrmStock\Value\Sku;
use KeyCrmStock\Value\StockLevel;
use KeyCrmStock\Value\WarehouseLevel;
use stdClass;

defined( 'ABSPATH' ) || exit;

/**
 * For this endpoint alone: elsewhere KeyCRM gives the same numbers other names (keycrm-api.md §2).
 * A missing `reserve` is a fault of the row, since reading it as 0 would silently ignore all reserves.
 */
final class StockRowParser {

	/**
	 * @param mixed $row     As decoded.
	 * @param int   $read_at Unix milliseconds.
	 * @return ?StockLevel Null where the row names no offer, so that nobody can say whose it is.
	 */
	public static function parse( mixed $row, int $read_at ): ?StockLevel {
		$id = $row instanceof stdClass ? JsonNumber::whole( $row->id ?? null, 1 ) : null;
		if ( ! $row instanceof stdClass || null === $id ) {
			return null;
		}
		$sku        = self::sku( $row->sku ?? null );
		$quantity   = JsonNumber::decimal( $row->quantity ?? null );
		$reserve    = JsonNumber::decimal( $row->reserve ?? null );
		$warehouses = null === $quantity || null === $reserve
			? StockLevel::PROBLEM_NUMBER
			: self::warehouses( $row->warehouse ?? null );
		if ( is_string( $warehouses ) ) {
			return new StockLevel( $id, $sku, null, null, array(), $read_at, $warehouses );
		}
		return new StockLevel( $id, $sku, $quantity, $reserve, $warehouses, $read_at );
	}

	/** KeyCRM's SKU is a text (keycrm-api.md §3.6). A whole number can only be meant as its digits; other types name nothing. */
	private static function sku( mixed $sku ): string {
		return is_string( $sku ) || is_int( $sku ) ? Sku::trim( (string) $sku ) : '';
	}

	/**
	 * An empty list is fine: this offer was never in any warehouse (keycrm-api.md §3.4).
	 *
	 * @return list<WarehouseLevel>|string A PROBLEM_ constant of StockLevel where one of them cannot be read.
	 */
	private static function warehouses( mixed $rows ): array|string {
		if ( ! is_array( $rows ) ) {
			return StockLevel::PROBLEM_WAREHOUSES;
		}
		$levels = array();
		foreach ( $rows as $row ) {
			$id = $row instanceof stdClass ? JsonNumber::whole( $row->id ?? null, 1 ) : null;
			// A warehouse given twice: whether to add the two or to take one, nobody can say.
			if ( ! $row instanceof stdClass || null === $id || isset( $levels[ $id ] ) ) {
				return StockLevel::PROBLEM_WAREHOUSES;
			}
			$quantity = JsonNumber::decimal( $row->quantity ?? null );
			$reserve  = JsonNumber::decimal( $row->reserve ?? null );
			if ( null === $quantity || null === $reserve ) {
				return StockLevel::PROBLEM_NUMBER;
			}
			$name          = $row->name ?? '';
			$levels[ $id ] = new WarehouseLevel( $id, is_string( $name ) ? trim( $name ) : '', $quantity, $reserve );
		}
		return array_values( $levels );
	}
}
