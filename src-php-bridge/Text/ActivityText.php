<?php
/**
 * Sentences about what refreshes have written of late.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

final class ActivityText {

	/**
	 * @param int $by_webhook Quantities that were written because a message of KeyCRM's had named them.
	 * @param int $by_orders  Quantities that were written because an order in KeyCRM had changed.
	 * @return list<string> None where there are none.
	 */
	public static function last_hour( int $by_webhook, int $by_orders ): array {
		$sentences = array();
		if ( $by_webhook > 0 ) {
			/* translators: %s: how many quantities. */
			$sentences[] = sprintf( _n( '%s quantity by webhook in the last hour', '%s quantities by webhook in the last hour', $by_webhook, 'stock-sync-for-keycrm' ), number_format_i18n( $by_webhook ) );
		}
		if ( $by_orders > 0 ) {
			/* translators: %s: how many quantities. */
			$sentences[] = sprintf( _n( '%s quantity by KeyCRM’s orders in the last hour', '%s quantities by KeyCRM’s orders in the last hour', $by_orders, 'stock-sync-for-keycrm' ), number_format_i18n( $by_orders ) );
		}
		return $sentences;
	}
}
