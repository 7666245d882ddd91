<?php
/**
 * Reads one answer of GET /offers/stocks.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Stock;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\ListEnvelope;
use KeyCrmStock\Value\Stock\StockLevel;
use stdClass;

defined( 'ABSPATH' ) || exit;

final class StockParser {

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
			$levels[] = StockRowParser::parse( $row, $read_at )
				?? throw ListEnvelope::broken( "data[$index].id", 'an id', $row instanceof stdClass ? $row->id ?? null : $row );
		}
		return $levels;
	}
}
