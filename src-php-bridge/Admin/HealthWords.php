<?php
/**
 * What Site Health says about the schedule.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin;

defined( 'ABSPATH' ) || exit;

final class HealthWords {

	/** As in "5 minutes". */
	public static function ago( int $ms, int $now_ms ): string {
		return human_time_diff( intdiv( $ms, 1000 ), intdiv( $now_ms, 1000 ) );
	}

	public static function overdue( int $seconds ): Finding {
		return new Finding(
			Finding::CRITICAL,
			/* translators: %s: a length of time such as "3 hours". */
			sprintf( __( 'The stock check is %s late', 'stock-sync-for-keycrm' ), human_time_diff( 0, $seconds ) ),
			__( 'WordPress’s own scheduler did not run; a quiet site is the usual reason. Until it does, what is sold or received elsewhere is not seen in the shop. Add the line that stands under Help to your server’s scheduler.', 'stock-sync-for-keycrm' ),
			__( 'Show me the line', 'stock-sync-for-keycrm' ),
			'&tab=help'
		);
	}

	public static function switched_off(): Finding {
		return new Finding(
			Finding::RECOMMENDED,
			__( 'Stock is not checked by itself', 'stock-sync-for-keycrm' ),
			__( 'The schedule is switched off, so the shop’s numbers are matched with KeyCRM only when somebody presses Sync now. Switch it on, unless your server’s scheduler or WP-CLI starts the checks.', 'stock-sync-for-keycrm' ),
			__( 'Switch it on', 'stock-sync-for-keycrm' ),
			'&tab=settings&field=schedule'
		);
	}

	public static function lost(): Finding {
		return new Finding(
			Finding::RECOMMENDED,
			__( 'The next stock check is not planned', 'stock-sync-for-keycrm' ),
			__( 'The schedule is on, but WooCommerce’s queue (Action Scheduler) has lost the next check. Open the page of the plugin: that plans it again. If this comes back, another program empties the queue.', 'stock-sync-for-keycrm' ),
			__( 'Plan it again', 'stock-sync-for-keycrm' )
		);
	}

	/** @param string $time As of ago(). */
	public static function long_ago( string $time ): Finding {
		return new Finding(
			Finding::RECOMMENDED,
			/* translators: %s: a length of time such as "3 days". */
			sprintf( __( 'The last good stock check was %s ago', 'stock-sync-for-keycrm' ), $time ),
			__( 'Nothing failed, but no check has come to its end since then: they may have been cancelled, or take longer than a day. Sync now, and see how far it gets.', 'stock-sync-for-keycrm' ),
			__( 'Open KeyCRM stock', 'stock-sync-for-keycrm' )
		);
	}
}
