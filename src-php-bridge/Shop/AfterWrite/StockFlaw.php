<?php
/**
 * What does not agree with a product's stock quantity.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\AfterWrite;

defined( 'ABSPATH' ) || exit;

enum StockFlaw: string {

	/** WooCommerce would derive another stock status: the product is on sale and sold out, or cannot be bought and is there. */
	case Status = 'wrong_status';

	/** The status is right, but the lookup table, or the mark by which the catalogue hides what is sold out, says otherwise. */
	case Lookup = 'wrong_lookup';

	/** The reason under which a repair stands in the log. */
	public function repaired(): string {
		return match ( $this ) {
			self::Status => 'repaired_status',
			self::Lookup => 'repaired_lookup',
		};
	}
}
