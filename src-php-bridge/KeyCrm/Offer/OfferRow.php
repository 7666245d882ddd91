<?php
/**
 * One row of GET /offers.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Offer;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\JsonNumber;
use KeyCrmStock\KeyCrm\Stock\StockNumbers;
use KeyCrmStock\KeyCrm\Stock\StockParser;
use KeyCrmStock\Value\Stock\StockLevel;
use stdClass;

/**
 * Here the reserve is called `in_reserve` (keycrm-server/API.md §2); without it the row is invalid. So is a row
 * without `is_archived`, because an archived offer must not be sold.
 */
final class OfferRow {

	private function __construct(
		public readonly StockLevel $level,
		public readonly bool $is_archived,
	) {}

	/**
	 * @param mixed $row     As decoded.
	 * @param int   $read_at Unix milliseconds.
	 * @return ?self Null where the row names no offer.
	 */
	public static function parse( mixed $row, int $read_at ): ?self {
		$id = $row instanceof stdClass ? JsonNumber::whole( $row->id ?? null, 1 ) : null;
		if ( ! $row instanceof stdClass || null === $id ) {
			return null;
		}
		$sku      = StockParser::sku( $row->sku ?? null );
		$archived = self::flag( $row->is_archived ?? null );
		$numbers  = StockNumbers::read( $row->quantity ?? null, $row->in_reserve ?? null );
		return new self(
			match ( true ) {
				null === $archived => StockLevel::unreadable( $id, $sku, $read_at, StockLevel::PROBLEM_ARCHIVED ),
				is_string( $numbers ) => StockLevel::unreadable( $id, $sku, $read_at, $numbers ),
				default => StockLevel::totals( $id, $sku, $numbers->quantity, $numbers->reserve, $read_at ),
			},
			true === $archived
		);
	}

	private static function flag( mixed $value ): ?bool {
		return match ( $value ) {
			true, 1 => true,
			false, 0 => false,
			default => null,
		};
	}
}
