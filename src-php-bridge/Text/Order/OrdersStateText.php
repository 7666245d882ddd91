<?php
/**
 * Which orders are subtracted, and what the owner is asked about them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Order\OpenOrdersState;

final class OrdersStateText {

	/** What the owner should say about orders, and what the missing answer costs; '' if nothing is asked. */
	public static function question( OpenOrdersState $state ): string {
		return match ( $state->question ) {
			OpenOrdersState::HOW => __( 'Nobody has said how this shop’s orders get into KeyCRM.', 'stock-sync-for-keycrm' ) . ' ' . self::cost( $state ),
			OpenOrdersState::WHICH_CHANNEL => __( 'This shop’s orders could be in more than one sales channel of KeyCRM, and only you know which is the right one.', 'stock-sync-for-keycrm' ) . ' ' . self::cost( $state ),
			default => '',
		};
	}

	/** Says that KeyCRM's orders cannot be read, and what follows; '' if they can. */
	public static function unread( OpenOrdersState $state ): string {
		return 0 === $state->unread_since ? '' : sprintf(
			/* translators: %s: a date and time. */
			__( 'KeyCRM’s orders could not be read since %s. Until they can, the stock quantity of a product with recent orders may fall and does not rise. Check in KeyCRM that the API key may read orders.', 'stock-sync-for-keycrm' ),
			(string) wp_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ), intdiv( $state->unread_since, 1000 ) )
		);
	}

	/** Which orders the sync subtracts with the saved answer. */
	public static function subtracted( OpenOrdersState $state ): string {
		if ( OpenOrdersState::NONE === $state->subtracted ) {
			return __( 'No order is subtracted.', 'stock-sync-for-keycrm' );
		}
		return sprintf(
			match ( true ) {
				/* translators: %s: a number of days. */
				$state->is_searched => _n( 'Until the sync has found them there, each order of the last %s day stays subtracted from the stock quantity.', 'Until the sync has found them there, each order of the last %s days stays subtracted from the stock quantity.', $state->days, 'stock-sync-for-keycrm' ),
				/* translators: %s: a number of days. */
				OpenOrdersState::ALL === $state->subtracted => _n( 'Each order of the last %s day stays subtracted from the stock quantity.', 'Each order of the last %s days stays subtracted from the stock quantity.', $state->days, 'stock-sync-for-keycrm' ),
				/* translators: %s: a number of days. */
				default => _n( 'Orders of the last %s day that KeyCRM does not count yet are subtracted from the stock quantity.', 'Orders of the last %s days that KeyCRM does not count yet are subtracted from the stock quantity.', $state->days, 'stock-sync-for-keycrm' ),
			},
			number_format_i18n( $state->days )
		);
	}

	/** What it costs that the question is open. */
	private static function cost( OpenOrdersState $state ): string {
		return OpenOrdersState::NONE === $state->subtracted
			? __( 'Until then a unit that is sold here goes back on sale with the next sync, and can be sold twice.', 'stock-sync-for-keycrm' )
			: sprintf(
				/* translators: %s: a number of days. */
				_n( 'Until then each order of the last %s day is subtracted from the stock quantity, even if KeyCRM has counted it: nothing is sold twice, but a product may look sold out too early.', 'Until then each order of the last %s days is subtracted from the stock quantity, even if KeyCRM has counted it: nothing is sold twice, but a product may look sold out too early.', $state->days, 'stock-sync-for-keycrm' ),
				number_format_i18n( $state->days )
			);
	}
}
