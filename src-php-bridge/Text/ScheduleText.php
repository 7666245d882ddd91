<?php
/**
 * Sentences about the two ways in which stock is read on a schedule.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

final class ScheduleText {

	/**
	 * What a look at KeyCRM's changed orders sees and costs, beside a full sync.
	 *
	 * @param int $requests What the last full sync took; 0 where there was none.
	 */
	public static function order_looks( int $requests ): string {
		$sentences = array( __( 'Sees each sale that is an order in KeyCRM, marketplaces included: 1 request, and 1 or 2 more where something was sold. Deliveries and corrections come with the next full sync.', 'stock-sync-for-keycrm' ) );
		if ( $requests > 0 ) {
			/* translators: %s: number of requests. */
			$sentences[] = sprintf( _n( 'A full sync takes %s request.', 'A full sync takes %s requests.', $requests, 'stock-sync-for-keycrm' ), number_format_i18n( $requests ) );
		}
		return implode( ' ', $sentences );
	}
}
