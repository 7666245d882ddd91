<?php
/**
 * What Site Health says about the schedule.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Health;

defined( 'ABSPATH' ) || exit;

/** The findings about the schedule. */
final class HealthWords {

	/** On a quiet site some minutes are ordinary; after so long the shop sells by old quantities. */
	private const CRITICAL_FROM = 3 * HOUR_IN_SECONDS;

	public static function overdue( int $seconds ): Finding {
		return new Finding(
			$seconds >= self::CRITICAL_FROM ? Finding::CRITICAL : Finding::RECOMMENDED,
			/* translators: %s: a length of time such as "3 hours". */
			sprintf( __( 'The KeyCRM stock sync is %s late', 'stock-sync-for-keycrm' ), human_time_diff( 0, $seconds ) ),
			__( 'WP-Cron has not run; a quiet site is the usual reason. Until it does, what is sold or received elsewhere is not seen in the shop. Add the line that stands under Help to your server’s scheduler.', 'stock-sync-for-keycrm' ),
			__( 'Show me the line', 'stock-sync-for-keycrm' ),
			'&tab=help'
		);
	}

	public static function switched_off(): Finding {
		return new Finding(
			Finding::RECOMMENDED,
			__( 'Automatic KeyCRM stock sync is off', 'stock-sync-for-keycrm' ),
			__( 'The shop is synced with KeyCRM only when somebody presses Sync now. Switch automatic sync on, unless your server’s scheduler or WP-CLI starts the syncs.', 'stock-sync-for-keycrm' ),
			__( 'Switch it on', 'stock-sync-for-keycrm' ),
			'&tab=settings&field=schedule'
		);
	}

	public static function lost(): Finding {
		return new Finding(
			Finding::RECOMMENDED,
			__( 'The next KeyCRM stock sync is not planned', 'stock-sync-for-keycrm' ),
			__( 'Automatic sync is on, but WooCommerce’s queue (Action Scheduler) has lost the next sync. Open the page of the plugin: that plans it again. If this comes back, another program empties the queue.', 'stock-sync-for-keycrm' ),
			__( 'Plan it again', 'stock-sync-for-keycrm' )
		);
	}

	/** @param string $time Such as "3 days". */
	public static function long_ago( string $time ): Finding {
		return new Finding(
			Finding::RECOMMENDED,
			/* translators: %s: a length of time such as "3 days". */
			sprintf( __( 'The last successful KeyCRM stock sync was %s ago', 'stock-sync-for-keycrm' ), $time ),
			__( 'Nothing failed, but no sync has come to its end since then: they may have been cancelled, or take longer than a day. Sync now, and see how far it gets.', 'stock-sync-for-keycrm' ),
			__( 'Open KeyCRM stock', 'stock-sync-for-keycrm' )
		);
	}
}
