<?php
/**
 * Reads `stock_status` of an order's line.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Order\LineState;

/**
 * `stock_status` is the only field that says whether KeyCRM has counted a line; `has_reserves` does not
 * (keycrm-server/API.md §7). Null means that nothing was moved. "reserved" is known. Any other text counts as
 * written off, except one like "reverted" or "returned": the line is then open, or cancelled with its order.
 */
final class LineStatusParser {

	/** Group of cancelled orders. Owners name statuses as they like; the groups are KeyCRM's. */
	private const CANCELLED = 6;

	private const RESERVED = 'reserved';

	/**
	 * @param ?int $group     The order's status group; null where the order does not tell.
	 * @param bool $is_closed Whether the order is closed. Owners keep statuses such as "ready to ship" in the group of
	 *                        cancelled orders; an order in such a status is still open, and still needs its pieces.
	 */
	public static function state( mixed $text, ?int $group, bool $is_closed ): LineState {
		$word      = is_string( $text ) ? strtolower( trim( $text ) ) : '';
		$cancelled = self::CANCELLED === $group && $is_closed;
		return match ( true ) {
			self::RESERVED === $word => LineState::Reserved,
			'' === $word, self::takes_back( $word ) => $cancelled ? LineState::Cancelled : LineState::Open,
			default => LineState::Taken,
		};
	}

	/** Whether we only guess what the text means. */
	public static function is_unknown( mixed $text ): bool {
		return is_string( $text ) && '' !== trim( $text ) && self::RESERVED !== strtolower( trim( $text ) );
	}

	private static function takes_back( string $word ): bool {
		return 1 === preg_match( '/^(revert|return)/', $word );
	}
}
