<?php
/**
 * Reads one row of GET /order.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm;

use KeyCrmStock\Value\CrmOrder;
use KeyCrmStock\Value\CrmOrderLine;
use KeyCrmStock\Value\Sku;
use stdClass;

defined( 'ABSPATH' ) || exit;

/** Takes what stock needs (keycrm-api.md §7); who bought and for how much is never looked at. */
final class OrderRowParser {

	/**
	 * @param mixed $row   As decoded.
	 * @param int   $index Its place, for the exception.
	 * @throws ApiException Not_json, where the row does not say whose it is, when it changed or what is in it.
	 */
	public static function parse( mixed $row, int $index ): CrmOrder {
		$row = $row instanceof stdClass ? $row : new stdClass();
		return new CrmOrder(
			self::id( $row, $index, 'id' ),
			self::id( $row, $index, 'source_id' ),
			self::uuid( $row->source_uuid ?? null ),
			CrmTime::to_ms( $row->updated_at ?? null ) ?? throw Envelope::broken( "data[$index].updated_at", 'a time', $row->updated_at ?? null ),
			self::lines( $row, $index )
		);
	}

	private static function id( stdClass $row, int $index, string $field ): int {
		return JsonNumber::whole( $row->{$field} ?? null, 1 ) ?? throw Envelope::broken( "data[$index].$field", 'an id', $row->{$field} ?? null );
	}

	private static function uuid( mixed $uuid ): string {
		return is_string( $uuid ) || is_int( $uuid ) ? trim( (string) $uuid ) : '';
	}

	/** @return list<CrmOrderLine> */
	private static function lines( stdClass $row, int $index ): array {
		$rows = $row->products ?? null;
		if ( ! is_array( $rows ) ) {
			// They were asked for; without them a counted order would look like an empty one.
			throw Envelope::broken( "data[$index].products", 'a list', $rows );
		}
		if ( isset( $row->deleted_at ) ) {
			return array();
		}
		$group = JsonNumber::whole( $row->status_group_id ?? null, 0 );
		$lines = array();
		foreach ( $rows as $line ) {
			$id       = JsonNumber::whole( $line->id ?? null, 1 );
			$quantity = JsonNumber::decimal( $line->quantity ?? null );
			// A line that cannot be read counts nothing: the shop's own line stays subtracted.
			if ( null !== $id && null !== $quantity ) {
				$sku     = $line->sku ?? null;
				$lines[] = new CrmOrderLine(
					$id,
					is_string( $sku ) || is_int( $sku ) ? Sku::trim( (string) $sku ) : '',
					$quantity,
					LineStatus::state( $line->stock_status ?? null, $group )
				);
			}
		}
		return $lines;
	}
}
