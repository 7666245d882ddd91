<?php
/**
 * What the e-mails say: what happened, what it means for the shop, what to do next.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Notify;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Status\Facts;
use KeyCrmStock\Text\FactsText;
use KeyCrmStock\Text\HeadlineText;
use KeyCrmStock\Text\Run\GuardText;
use KeyCrmStock\Text\Run\RunErrorText;
use KeyCrmStock\Text\TimeText;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Stock\Side;

final class EmailMessages {

	public static function stopped( Run $run, Facts $facts ): Email {
		$report = $run->guard;
		return new Email(
			sprintf(
				/* translators: %s: what would be lost, e.g. "312 products would become 0". */
				__( 'KeyCRM stock sync paused, nothing changed: %s', 'stock-sync-for-keycrm' ),
				null === $report ? '' : GuardText::short( $report )
			),
			array(
				...( null === $report ? array() : GuardText::sentences( $report ) ),
				...self::advice( $run->side ),
				self::facts( $facts ),
			),
			__( 'Look at it and decide:', 'stock-sync-for-keycrm' ),
			self::page() . '&tab=changes&run=' . $run->id
		);
	}

	/** @return list<string> */
	private static function advice( Side $side ): array {
		return Side::KeyCrm === $side
			? array(
				__( 'This is expected after a stocktake. Otherwise check the stock in the shop first. Nothing has been sent to KeyCRM, and nothing will be until you decide; later syncs pause at the same place.', 'stock-sync-for-keycrm' ),
				__( 'Look at the list of products. If it is right, confirm it there. If not, correct the stock in the shop; the next sync sees it and goes on.', 'stock-sync-for-keycrm' ),
			)
			: array(
				__( 'This is expected after a stocktake. Otherwise check the stock in KeyCRM first. Nothing in the shop has been changed, and nothing will be until you decide; later syncs pause at the same place.', 'stock-sync-for-keycrm' ),
				__( 'Look at the list of products. If it is right, confirm it there. If not, correct the stock in KeyCRM; the next sync sees it and goes on.', 'stock-sync-for-keycrm' ),
			);
	}

	/** @param int $failures Failed runs in a row. */
	public static function failing( Run $last, int $failures, Facts $facts ): Email {
		return new Email(
			sprintf(
				/* translators: %s: how many syncs. */
				_n( 'KeyCRM stock sync fails: %s sync in a row did not succeed', 'KeyCRM stock sync fails: %s syncs in a row did not succeed', $failures, 'stock-sync-for-keycrm' ),
				number_format_i18n( $failures )
			),
			array(
				null === $last->error ? __( 'The last sync failed.', 'stock-sync-for-keycrm' ) : RunErrorText::message( $last->error ),
				null === $last->error ? '' : RunErrorText::hint( $last->error ),
				Side::KeyCrm === $last->side
					? __( 'Sales in the shop go on, but KeyCRM does not hear of them.', 'stock-sync-for-keycrm' )
					: __( 'Sales in the shop go on, but what is sold or received elsewhere is not seen here.', 'stock-sync-for-keycrm' ),
				self::facts( $facts ),
				__( 'You get one more e-mail, when it works again.', 'stock-sync-for-keycrm' ),
			),
			__( 'See how it stands:', 'stock-sync-for-keycrm' ),
			self::page()
		);
	}

	public static function works_again( Run $run, Facts $facts ): Email {
		return new Email(
			__( 'KeyCRM stock sync works again', 'stock-sync-for-keycrm' ),
			array(
				sprintf(
					/* translators: %s: how many products. */
					_n( 'A sync succeeded again and changed the quantity of %s product.', 'A sync succeeded again and changed the quantities of %s products.', $run->counts->count( Outcome::Updated ), 'stock-sync-for-keycrm' ),
					number_format_i18n( $run->counts->count( Outcome::Updated ) )
				),
				( new HeadlineText( TimeText::absolute() ) )->headline( $facts ),
				self::facts( $facts ),
			),
			__( 'See what changed:', 'stock-sync-for-keycrm' ),
			self::page() . '&tab=changes&run=' . $run->id
		);
	}

	private static function page(): string {
		return admin_url( 'admin.php?page=keycrm-stock' );
	}

	/** The same facts as on the screen, with absolute times, because an e-mail may be read much later. */
	private static function facts( Facts $facts ): string {
		return implode( "\n", ( new FactsText( TimeText::absolute() ) )->lines( $facts ) );
	}
}
