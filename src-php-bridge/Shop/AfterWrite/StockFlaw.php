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

	/** WooCommerce would derive another stock status: a sold-out product is on sale, or one in stock cannot be bought. */
	case Status = 'wrong_status';

	/** The status is right, but the lookup table differs, or the term by which the catalogue hides sold-out products. */
	case Lookup = 'wrong_lookup';

	/** The reason that the change log shows for the repair. */
	public function repaired(): string {
		return match ( $this ) {
			self::Status => 'repaired_status',
			self::Lookup => 'repaired_lookup',
		};
	}
}
