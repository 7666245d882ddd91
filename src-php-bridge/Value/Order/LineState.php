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
	/** KeyCRM does not count the line yet: its numbers still contain the pieces. */
	case Open = 'open';
	/** Reserved: the pieces are in KeyCRM's reserve, and still in its quantity. */
	case Reserved = 'reserved';
	/** Written off: the pieces are no longer in KeyCRM's quantity. */
	case Taken = 'taken';
	/** The order was cancelled: KeyCRM holds nothing for it, and has taken back what was written off. */
	case Cancelled = 'cancelled';
	/** The line was removed from the order, or the order was deleted. */
	case Gone = 'gone';

	/** Whether the order still wants the pieces. */
	public function is_wanted(): bool {
		return in_array( $this, array( self::Open, self::Reserved, self::Taken ), true );
	}
}
