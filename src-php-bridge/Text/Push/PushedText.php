<?php
/**
 * How the quantity comes about that one of KeyCRM's warehouses gets.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Text\AvailabilityText;
use KeyCrmStock\Value\Stock\PushedQuantity;

final class PushedText {

	/** "Main: 7 = 5 for sale + 2 reserved there". */
	public static function sentence( PushedQuantity $gets ): string {
		$name = '' === $gets->name ? (string) $gets->warehouse_id : $gets->name;
		return 0.0 === $gets->reserve
			? sprintf(
				/* translators: 1: warehouse in KeyCRM, 2: units that it gets. */
				__( '%1$s: %2$s for sale, nothing is reserved there', 'stock-sync-for-keycrm' ),
				$name,
				AvailabilityText::number( $gets->quantity )
			)
			: sprintf(
				/* translators: 1: warehouse in KeyCRM, 2: units that it gets, 3: units for sale, 4: units reserved there. */
				__( '%1$s: %2$s = %3$s for sale + %4$s reserved there', 'stock-sync-for-keycrm' ),
				$name,
				AvailabilityText::number( $gets->quantity ),
				AvailabilityText::number( $gets->available ),
				AvailabilityText::number( $gets->reserve )
			);
	}
}
