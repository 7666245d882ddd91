<?php
/**
 * The headline about the sync where the shop's quantities go to KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Status\Facts;
use KeyCrmStock\Status\Headline;
use KeyCrmStock\Text\TimeText;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\GuardReport;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunPhase;

final class PushHeadlineText {

	/** @return string '' for a headline whose sentence is true in either direction. */
	public static function headline( Facts $facts, TimeText $time ): string {
		return match ( $facts->headline ) {
			Headline::Previewed => self::preview( $facts->run ),
			Headline::NoneInSync => sprintf(
				/* translators: %s: how many products. */
				_n( 'No quantity is sent to KeyCRM yet: the only product needs attention first.', 'No quantity is sent to KeyCRM yet: all %s products need attention first.', $facts->freshness->compared(), 'stock-sync-for-keycrm' ),
				number_format_i18n( $facts->freshness->compared() )
			),
			Headline::SettingsChanged => sprintf(
				/* translators: %s: when, e.g. "4 minutes ago" or "on 1 August 2026 14:05". */
				__( 'Settings were changed %s. Nothing was sent to KeyCRM with them yet.', 'stock-sync-for-keycrm' ),
				$time->past( $facts->freshness->settings_changed_at ?? $facts->now_ms )
			),
			Headline::Stale => sprintf(
				/* translators: %s: when, e.g. "4 minutes ago" or "on 1 August 2026 14:05". */
				__( 'Stock in KeyCRM may be out of date: the last successful sync was %s.', 'stock-sync-for-keycrm' ),
				$time->past( $facts->freshness->synced_at() ?? $facts->now_ms )
			),
			default => '',
		};
	}

	/** @return string '' for a headline whose advice is right in either direction. */
	public static function advice( Facts $facts ): string {
		return match ( $facts->headline ) {
			Headline::Undone => __( 'KeyCRM now differs from the shop. Correct the stock in the shop, then sync again.', 'stock-sync-for-keycrm' ),
			Headline::Cancelled => in_array( $facts->run?->phase, array( RunPhase::Write, RunPhase::Verify ), true )
				? __( 'KeyCRM may have the new quantity of some products already. The next sync sends the rest.', 'stock-sync-for-keycrm' )
				: __( 'It changed nothing in KeyCRM.', 'stock-sync-for-keycrm' ),
			default => '',
		};
	}

	/** What a person should know before letting a stopped run write, whichever side it writes. */
	public static function decision( ?Run $run, bool $is_push ): string {
		return match ( true ) {
			in_array( $run?->guard?->reasons[0] ?? '', array( GuardReport::FILL, GuardReport::NEW_DIRECTION ), true ) => __( 'Look at the products first: the list shows each quantity as it is and as it would become.', 'stock-sync-for-keycrm' ),
			$is_push => __( 'This is expected after a stocktake. Otherwise check the stock in the shop first.', 'stock-sync-for-keycrm' ),
			default => __( 'This is expected after a stocktake. Otherwise check the stock in KeyCRM first.', 'stock-sync-for-keycrm' ),
		};
	}

	private static function preview( ?Run $run ): string {
		$changed   = $run?->counts->count( Outcome::Updated ) ?? 0;
		$unchanged = $run?->counts->count( Outcome::Unchanged ) ?? 0;
		return $changed > 0
			? sprintf(
				/* translators: %s: how many products. */
				_n( 'Preview: KeyCRM would get another quantity of %s product. Nothing has been sent yet.', 'Preview: KeyCRM would get other quantities of %s products. Nothing has been sent yet.', $changed, 'stock-sync-for-keycrm' ),
				number_format_i18n( $changed )
			)
			: sprintf(
				/* translators: %s: how many products. */
				_n( 'Preview: nothing would change. KeyCRM has the shop’s quantity of %s product already.', 'Preview: nothing would change. KeyCRM has the shop’s quantities of %s products already.', $unchanged, 'stock-sync-for-keycrm' ),
				number_format_i18n( $unchanged )
			);
	}
}
