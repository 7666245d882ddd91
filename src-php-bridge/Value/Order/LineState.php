<?php
/**
 * What a line of an order in KeyCRM has done to KeyCRM's stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Order;

defined( 'ABSPATH' ) || exit;

enum LineState: string {
	/** Nothing yet: KeyCRM's numbers still have the pieces. */
	case Open = 'open';
	/** The reserve holds them; the quantity still has them. */
	case Reserved = 'reserved';
	/** Gone from the quantity. */
	case Taken = 'taken';
	/** The order was cancelled, and nothing is held for it (any more), or what had gone is back. */
	case Cancelled = 'cancelled';
	/** No longer in the order, or the order is deleted. */
	case Gone = 'gone';

	/** Whether the order still wants the pieces. */
	public function is_wanted(): bool {
		return in_array( $this, array( self::Open, self::Reserved, self::Taken ), true );
	}
}
