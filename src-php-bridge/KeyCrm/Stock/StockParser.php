<?php
/**
 * Reads one answer of GET /offers/stocks.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\JsonNumber;
use KeyCrmStock\KeyCrm\Client\ListEnvelope;
use KeyCrmStock\Value\Stock\Sku;
use KeyCrmStock\Value\Stock\StockLevel;
use KeyCrmStock\Value\Stock\WarehouseLevel;
use stdClass;

/**
 * For this endpoint only: elsewhere KeyCRM gives the same numbers other names (keycrm-server/API.md §2).
 * A row without `reserve` is invalid, because reading it as 0 would silently ignore all reserves.
 */
final class StockParser {

	/** Letters. */
	private const LONGEST_NAME = 100;

	/**
	 * @param stdClass $answer  As decoded.
	 * @param int      $page    The page that was asked for.
	 * @param int      $read_at Unix milliseconds.
	 * @throws ApiException Not_json, where this is not the promised page.
	 */
	public static function parse( stdClass $answer, int $page, int $read_at ): StockPage {
		$envelope = ListEnvelope::open( $answer, $page );
		return new StockPage( $page, $envelope->last_page, $envelope->total, $envelope->per_page, self::levels( $envelope->rows, $read_at ) );
	}

	/**
	 * @param array<mixed> $rows
	 * @return list<StockLevel>
	 */
	private static function levels( array $rows, int $read_at ): array {
		$levels = array();
		foreach ( $rows as $index => $row ) {
			$levels[] = self::level( $row, $read_at )
				?? throw ListEnvelope::broken( "data[$index].id", 'an id', $row instanceof stdClass ? $row->id ?? null : $row );
		}
		return $levels;
	}

	/**
	 * @param mixed $row     As decoded.
	 * @param int   $read_at Unix milliseconds.
	 * @return ?StockLevel Null for a row without an offer id.
	 */
	private static function level( mixed $row, int $read_at ): ?StockLevel {
		$id = $row instanceof stdClass ? JsonNumber::whole( $row->id ?? null, 1 ) : null;
		if ( ! $row instanceof stdClass || null === $id ) {
			return null;
		}
		$sku     = self::sku( $row->sku ?? null );
		$numbers = StockNumbers::read( $row->quantity ?? null, $row->reserve ?? null );
		if ( is_string( $numbers ) ) {
			return StockLevel::unreadable( $id, $sku, $read_at, $numbers );
		}
		$warehouses = self::warehouses( $row->warehouse ?? null );
		if ( is_string( $warehouses ) ) {
			return StockLevel::unreadable( $id, $sku, $read_at, $warehouses );
		}
		return new StockLevel( $id, $sku, $numbers->quantity, $numbers->reserve, $warehouses, $read_at );
	}

	/** KeyCRM's SKU is a text (keycrm-server/API.md §3.6). A whole number stands for its digits; other types count as no SKU. */
	public static function sku( mixed $sku ): string {
		return is_string( $sku ) || is_int( $sku ) ? Sku::trim( (string) $sku ) : '';
	}

	/** Names are for people only and stored with each offer, so long ones are cut. */
	private static function name( mixed $name ): string {
		$name = is_string( $name ) ? trim( $name ) : '';
		return mb_strlen( $name, 'UTF-8' ) > self::LONGEST_NAME ? mb_substr( $name, 0, self::LONGEST_NAME - 1, 'UTF-8' ) . '…' : $name;
	}

	/**
	 * An empty list is valid: this offer was never in any warehouse (keycrm-server/API.md §3.4).
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
			// A warehouse that is listed twice: we cannot know whether to add the two or to take one.
			if ( ! $row instanceof stdClass || null === $id || isset( $levels[ $id ] ) ) {
				return StockLevel::PROBLEM_WAREHOUSES;
			}
			$numbers = StockNumbers::read( $row->quantity ?? null, $row->reserve ?? null );
			if ( is_string( $numbers ) ) {
				return $numbers;
			}
			$levels[ $id ] = new WarehouseLevel( $id, self::name( $row->name ?? '' ), $numbers->quantity, $numbers->reserve );
		}
		return array_values( $levels );
	}
}
