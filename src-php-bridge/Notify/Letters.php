<?php
/**
 * What the e-mails say: what happened, what it means for the shop, what to do next.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Notify;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Text\RunErrorText;
use KeyCrmStock\Value\Run;

final class Letters {

	public static function stopped( Run $run ): Letter {
		$report = $run->guard;
		return new Letter(
			sprintf(
				/* translators: %s: what would be lost, e.g. "312 products would become 0". */
				__( 'Stock sync stopped before changing anything: %s', 'stock-sync-for-keycrm' ),
				null === $report ? '' : GuardText::short( $report )
			),
			array(
				...( null === $report ? array() : GuardText::sentences( $report ) ),
				__( 'That can be right after a stock-taking, or a mistake in KeyCRM. Nothing in the shop has been changed, and nothing will be until you decide; later checks stop at the same place.', 'stock-sync-for-keycrm' ),
				__( 'Look at the list of products. If it is right, press “It is right, go on”. If not, put the numbers right in KeyCRM; the next check sees it and goes on by itself.', 'stock-sync-for-keycrm' ),
			),
			__( 'Look at it and decide:', 'stock-sync-for-keycrm' ),
			self::page()
		);
	}

	/** @param int $failures Failed runs in a row. */
	public static function failing( Run $last, int $failures, ?Run $good ): Letter {
		return new Letter(
			sprintf(
				/* translators: %s: how many checks. */
				_n( 'Stock sync fails: %s check in a row did not succeed', 'Stock sync fails: %s checks in a row did not succeed', $failures, 'stock-sync-for-keycrm' ),
				number_format_i18n( $failures )
			),
			array(
				null === $last->error ? __( 'The last sync failed.', 'stock-sync-for-keycrm' ) : RunErrorText::message( $last->error ),
				null === $good || null === $good->finished_at
					? __( 'The shop’s numbers have not been matched with KeyCRM yet. Sales in the shop go on.', 'stock-sync-for-keycrm' )
					: sprintf(
						/* translators: %s: date and time. */
						__( 'The shop’s numbers were last matched with KeyCRM on %s. Sales in the shop go on, but what is sold or received elsewhere is not seen here.', 'stock-sync-for-keycrm' ),
						self::time( $good->finished_at )
					),
				null === $last->error ? '' : RunErrorText::hint( $last->error ),
				__( 'You get one more e-mail, when it works again.', 'stock-sync-for-keycrm' ),
			),
			__( 'See how it stands:', 'stock-sync-for-keycrm' ),
			self::page()
		);
	}

	public static function works_again( Run $run ): Letter {
		return new Letter(
			__( 'Stock sync works again', 'stock-sync-for-keycrm' ),
			array(
				sprintf(
					/* translators: 1: date and time, 2: how many products. */
					__( 'The check of %1$s succeeded and changed %2$s products. The shop’s numbers match KeyCRM again; there is nothing to do.', 'stock-sync-for-keycrm' ),
					self::time( $run->finished_at ?? $run->started_at ),
					number_format_i18n( $run->counts->of( \KeyCrmStock\Value\Outcome::Updated ) )
				),
			),
			__( 'See what changed:', 'stock-sync-for-keycrm' ),
			self::page() . '&tab=changes&run=' . $run->id
		);
	}

	private static function page(): string {
		return admin_url( 'admin.php?page=keycrm-stock' );
	}

	private static function time( int $ms ): string {
		return (string) wp_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ), intdiv( $ms, 1000 ) );
	}
}
