<?php
/**
 * What taking a run back would do, in words.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\UndoReport;
use KeyCrmStock\Value\Stock\Side;

final class UndoText {

	/**
	 * @param Side $side Whose quantities the run has written.
	 * @return array{label: string, sentences: list<string>, again: string} @see src-admin/contract/run.ts undoReportSchema
	 */
	public static function to_array( UndoReport $report, Side $side ): array {
		return array(
			'label'     => self::label( $report ),
			'sentences' => self::sentences( $report, $side ),
			'again'     => Side::KeyCrm === $side
				? __( 'Otherwise the next sync sends the shop’s quantities again, unless they have been corrected here.', 'stock-sync-for-keycrm' )
				: __( 'Otherwise the next sync writes KeyCRM’s quantities again, unless they have been corrected there.', 'stock-sync-for-keycrm' ),
		);
	}

	/** "Undo this sync (puts 212 of 214 products back; 2 have changed since)". */
	private static function label( UndoReport $report ): string {
		$parts = array(
			sprintf(
				/* translators: 1: how many products get their number back, 2: of how many. */
				_n( 'puts %1$s of %2$s product back', 'puts %1$s of %2$s products back', $report->written, 'stock-sync-for-keycrm' ),
				number_format_i18n( $report->back ),
				number_format_i18n( $report->written )
			),
		);
		if ( $report->changed_since > 0 ) {
			$parts[] = sprintf(
				/* translators: %s: how many products. */
				_n( '%s has changed since', '%s have changed since', $report->changed_since, 'stock-sync-for-keycrm' ),
				number_format_i18n( $report->changed_since )
			);
		}
		/* translators: %s: what it would do, in numbers. */
		return sprintf( __( 'Undo this sync (%s)', 'stock-sync-for-keycrm' ), implode( '; ', $parts ) );
	}

	/** @return list<string> One for each number that is not 0. */
	private static function sentences( UndoReport $report, Side $side ): array {
		return array_values(
			array_filter(
				array(
					self::counted( $report->back, self::back( $report->back, $side ) ),
					/* translators: %s: how many products. */
					self::counted( $report->to_zero, _n( '%s of them becomes 0.', '%s of them become 0.', $report->to_zero, 'stock-sync-for-keycrm' ) ),
					/* translators: %s: how many products. */
					self::counted( $report->changed_since, _n( '%s has been given another quantity since, and stays as it is.', '%s have been given another quantity since, and stay as they are.', $report->changed_since, 'stock-sync-for-keycrm' ) ),
					/* translators: %s: how many products. */
					self::counted( $report->left, _n( '%s cannot or may not be written any more, and stays as it is.', '%s cannot or may not be written any more, and stay as they are.', $report->left, 'stock-sync-for-keycrm' ) ),
				)
			)
		);
	}

	private static function back( int $count, Side $side ): string {
		return Side::KeyCrm === $side
			/* translators: %s: how many products. */
			? _n( 'In KeyCRM, %s product returns to its previous quantity. The shop’s own quantity stays.', 'In KeyCRM, %s products return to their previous quantity. The shop’s own quantities stay.', $count, 'stock-sync-for-keycrm' )
			/* translators: %s: how many products. */
			: _n( '%s product returns to its previous quantity, minus what has been sold since.', '%s products return to their previous quantity, minus what has been sold since.', $count, 'stock-sync-for-keycrm' );
	}

	private static function counted( int $count, string $sentence ): string {
		return 0 === $count ? '' : sprintf( $sentence, number_format_i18n( $count ) );
	}
}
