<?php
/**
 * What a line of an order in KeyCRM has done to KeyCRM's stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value;

defined( 'ABSPATH' ) || exit;

enum LineState: string {
	/** Nothing yet: KeyCRM's numbers still hold the pieces. */
	case Open = 'open';
	/** The reserve holds them; the quantity still does too. */
	case Reserved = 'reserved';
	/** Gone from the quantity. */
	case Taken = 'taken';
	/** The order is cancelled: KeyCRM has made up its mind about the pieces. */
	case Cancelled = 'cancelled';
}
