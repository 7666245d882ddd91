<?php
/**
 * Reads one row of GET /order.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\JsonNumber;
use KeyCrmStock\KeyCrm\Client\KeyCrmTime;
use KeyCrmStock\KeyCrm\Stock\StockParser;
use KeyCrmStock\Value\Order\CrmOrder;
use KeyCrmStock\Value\Order\CrmOrderLine;
use stdClass;

/** Reads only what stock needs (keycrm-server/API.md §7): nothing about buyers or prices. */
final class OrderParser {

	/**
	 * @param mixed $row As decoded.
	 * @return ?CrmOrder Null for a row without its id, its time of change or its lines: its
	 *                   order then counts as not seen, so what it holds stays subtracted.
	 */
	public static function parse( mixed $row ): ?CrmOrder {
		if ( ! $row instanceof stdClass ) {
			return null;
		}
		$id      = JsonNumber::whole( $row->id ?? null, 1 );
		$source  = JsonNumber::whole( $row->source_id ?? null, 1 );
		$changed = KeyCrmTime::to_ms( $row->updated_at ?? null );
		// We asked for lines. Without them, a counted order would look empty.
		$lines = $row->products ?? null;
		return null === $id || null === $source || null === $changed || ! is_array( $lines )
			? null
			: new CrmOrder(
				$id,
				$source,
				self::uuid( $row->source_uuid ?? null ),
				$changed,
				isset( $row->deleted_at ) ? array() : self::lines( $row, $lines ),
				JsonNumber::whole( $row->parent_id ?? null, 1 ) ?? 0,
				KeyCrmTime::to_ms( $row->ordered_at ?? null ) ?? KeyCrmTime::to_ms( $row->created_at ?? null )
			);
	}

	private static function uuid( mixed $uuid ): string {
		return is_string( $uuid ) || is_int( $uuid ) ? trim( (string) $uuid ) : '';
	}

	/**
	 * @param array<mixed> $rows
	 * @return list<CrmOrderLine>
	 */
	private static function lines( stdClass $row, array $rows ): array {
		$group = JsonNumber::whole( $row->status_group_id ?? null, 0 );
		$lines = array();
		foreach ( $rows as $line ) {
			$id       = JsonNumber::whole( $line->id ?? null, 1 );
			$quantity = JsonNumber::kept( JsonNumber::decimal( $line->quantity ?? null ) ?? INF );
			// A line that cannot be read is skipped, so the shop's own line stays subtracted.
			if ( null !== $id && null !== $quantity ) {
				$lines[] = new CrmOrderLine(
					$id,
					StockParser::sku( $line->sku ?? null ),
					$quantity,
					LineStatusParser::state( $line->stock_status ?? null, $group, isset( $row->closed_at ) )
				);
			}
		}
		return $lines;
	}
}
