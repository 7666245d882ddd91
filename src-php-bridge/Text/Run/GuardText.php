<?php
/**
 * Which limits of the guard a run has exceeded, in numbers.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\GuardReport;

final class GuardText {

	/** @return list<string> One sentence for each limit that was passed. */
	public static function sentences( GuardReport $report ): array {
		$sentences = array();
		foreach ( $report->reasons as $reason ) {
			$sentences[] = match ( $reason ) {
				GuardReport::ZEROED => self::zeroed( $report ),
				GuardReport::DROP => self::drop( $report ),
				GuardReport::NEW_DIRECTION => self::new_direction( $report ),
				GuardReport::FILL => self::fill( $report ),
				default => self::unmatched( $report ),
			};
		}
		return $sentences;
	}

	/** A few words for the subject of an e-mail. */
	public static function short( GuardReport $report ): string {
		return match ( $report->reasons[0] ?? '' ) {
			GuardReport::ZEROED => sprintf(
				/* translators: %s: how many products. */
				_n( '%s product would become 0', '%s products would become 0', $report->zeroed, 'stock-sync-for-keycrm' ),
				number_format_i18n( $report->zeroed )
			),
			GuardReport::DROP => sprintf(
				/* translators: 1: units in stock now, 2: units in stock afterwards. */
				__( 'all stock together would fall from %1$s to %2$s', 'stock-sync-for-keycrm' ),
				number_format_i18n( $report->units_before ),
				number_format_i18n( $report->units_after )
			),
			GuardReport::NEW_DIRECTION => __( 'the first sync in this direction waits for your decision', 'stock-sync-for-keycrm' ),
			GuardReport::FILL => __( 'filling KeyCRM waits for your decision', 'stock-sync-for-keycrm' ),
			default => sprintf(
				/* translators: 1: products found in KeyCRM now, 2: products that have an SKU. */
				__( 'only %1$s of %2$s products were found in KeyCRM', 'stock-sync-for-keycrm' ),
				number_format_i18n( $report->matched ),
				number_format_i18n( $report->listed )
			),
		};
	}

	private static function new_direction( GuardReport $report ): string {
		return sprintf(
			/* translators: %s: how many products. */
			_n( 'This is the first sync since you chose the direction, or undid one. The quantity of %s product would change; nothing is written before you have looked at it.', 'This is the first sync since you chose the direction, or undid one. The quantities of %s products would change; nothing is written before you have looked at them.', $report->changes, 'stock-sync-for-keycrm' ),
			number_format_i18n( $report->changes )
		);
	}

	private static function fill( GuardReport $report ): string {
		return sprintf(
			/* translators: %s: how many products. */
			_n( 'KeyCRM would get the shop’s quantity of %s product. Nothing is sent before you have looked at it.', 'KeyCRM would get the shop’s quantities of %s products. Nothing is sent before you have looked at them.', $report->changes, 'stock-sync-for-keycrm' ),
			number_format_i18n( $report->changes )
		);
	}

	private static function zeroed( GuardReport $report ): string {
		return sprintf(
			/* translators: 1: how many products would be sold out, 2: how many are in stock now. */
			_n( '%1$s of %2$s product in stock would become 0.', '%1$s of %2$s products in stock would become 0.', $report->in_stock, 'stock-sync-for-keycrm' ),
			number_format_i18n( $report->zeroed ),
			number_format_i18n( $report->in_stock )
		);
	}

	private static function drop( GuardReport $report ): string {
		return sprintf(
			/* translators: 1: units in stock now, 2: units in stock afterwards. */
			__( 'All units in stock together would fall from %1$s to %2$s.', 'stock-sync-for-keycrm' ),
			number_format_i18n( $report->units_before ),
			number_format_i18n( $report->units_after )
		);
	}

	private static function unmatched( GuardReport $report ): string {
		return sprintf(
			/* translators: 1: products found in KeyCRM now, 2: products that have an SKU, 3: products found last time. */
			__( 'Only %1$s of %2$s products with an SKU were found in KeyCRM; last time it was %3$s.', 'stock-sync-for-keycrm' ),
			number_format_i18n( $report->matched ),
			number_format_i18n( $report->listed ),
			number_format_i18n( $report->matched_before )
		);
	}
}
