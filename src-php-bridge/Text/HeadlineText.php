<?php
/**
 * The headline about the sync: its sentence.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Status\Facts;
use KeyCrmStock\Status\Headline;
use KeyCrmStock\Text\Push\PushHeadlineText;
use KeyCrmStock\Text\Run\GuardText;
use KeyCrmStock\Text\Run\RunErrorText;
use KeyCrmStock\Text\Run\RunText;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Stock\Side;

final class HeadlineText {

	public function __construct( private readonly TimeText $time ) {}

	public function headline( Facts $facts ): string {
		$push = Side::KeyCrm === $facts->run?->side ? PushHeadlineText::headline( $facts, $this->time ) : '';
		return '' !== $push ? $push : $this->from_state( $facts );
	}

	private function from_state( Facts $facts ): string {
		return match ( $facts->headline ) {
			Headline::Syncing => RunText::activity( $facts->run?->mode, $facts->run->side ?? Side::Shop ),
			Headline::ShopOff => __( 'No stock can be synced: WooCommerce’s own stock management is switched off.', 'stock-sync-for-keycrm' ),
			Headline::NoKey => '' === $facts->key_problem
				? __( 'Stock is not synced: there is no KeyCRM API key.', 'stock-sync-for-keycrm' )
				: __( 'Stock is not synced: the KeyCRM API key cannot be used.', 'stock-sync-for-keycrm' ),
			Headline::NeedsDecision => self::decision( $facts->run ),
			Headline::Failed => null === $facts->run?->error ? __( 'The last sync failed.', 'stock-sync-for-keycrm' ) : RunErrorText::message( $facts->run->error ),
			Headline::NewKey => sprintf(
				/* translators: %s: when, e.g. "4 minutes ago" or "on 1 August 2026 14:05". */
				__( 'A new API key was saved %s. The shop has not been synced with it yet.', 'stock-sync-for-keycrm' ),
				$this->time->past( $facts->key_saved_at ?? $facts->now_ms )
			),
			Headline::Previewed => self::preview( $facts->run ),
			Headline::Undone => self::undone( $facts->run ),
			Headline::Cancelled => RunMode::Undo === $facts->run?->mode
				? __( 'The last undo was cancelled.', 'stock-sync-for-keycrm' )
				: __( 'The last sync was cancelled.', 'stock-sync-for-keycrm' ),
			Headline::NeverSynced => __( 'The shop has not been synced with KeyCRM yet.', 'stock-sync-for-keycrm' ),
			default => $this->from_facts( $facts ),
		};
	}

	private function from_facts( Facts $facts ): string {
		return match ( $facts->headline ) {
			Headline::NoProducts => self::no_products( $facts->coverage->in_keycrm ),
			Headline::AllExcluded => __( 'Nothing is synced: every product is set not to be synced.', 'stock-sync-for-keycrm' ),
			Headline::NoSkus => sprintf(
				/* translators: %s: how many products. */
				_n( 'No product can be matched yet: the only product has no SKU.', 'No product can be matched yet: none of the %s products has an SKU.', $facts->coverage->products, 'stock-sync-for-keycrm' ),
				number_format_i18n( $facts->coverage->products )
			),
			Headline::NoneMatched => self::none_matched( $facts->coverage->products - $facts->coverage->without_sku ),
			Headline::NoneInSync => sprintf(
				/* translators: %s: how many products. */
				_n( 'No quantity comes from KeyCRM yet: the only product needs attention first.', 'No quantity comes from KeyCRM yet: all %s products need attention first.', $facts->freshness->compared(), 'stock-sync-for-keycrm' ),
				number_format_i18n( $facts->freshness->compared() )
			),
			Headline::SettingsChanged => sprintf(
				/* translators: %s: when, e.g. "4 minutes ago" or "on 1 August 2026 14:05". */
				__( 'Settings were changed %s. The shop still has the quantities of the old settings.', 'stock-sync-for-keycrm' ),
				$this->time->past( $facts->freshness->settings_changed_at ?? $facts->now_ms )
			),
			Headline::Stale => sprintf(
				/* translators: %s: when, e.g. "4 minutes ago" or "on 1 August 2026 14:05". */
				__( 'Stock in the shop may be out of date: the last successful sync was %s.', 'stock-sync-for-keycrm' ),
				$this->time->past( $facts->freshness->synced_at() ?? $facts->now_ms )
			),
			default => self::synced( $facts ),
		};
	}

	private static function decision( ?Run $run ): string {
		$first = null === $run?->guard ? '' : GuardText::sentences( $run->guard )[0] ?? '';
		return '' === $first
			? __( 'Sync paused, nothing changed.', 'stock-sync-for-keycrm' )
			/* translators: %s: what would be lost, a whole sentence in numbers. */
			: sprintf( __( 'Sync paused, nothing changed: %s', 'stock-sync-for-keycrm' ), $first );
	}

	private static function preview( ?Run $run ): string {
		$changed   = $run?->counts->count( Outcome::Updated ) ?? 0;
		$unchanged = $run?->counts->count( Outcome::Unchanged ) ?? 0;
		if ( $changed > 0 ) {
			return sprintf(
				/* translators: %s: how many products. */
				_n( 'Preview: the quantity of %s product would change. Nothing has been changed yet.', 'Preview: the quantities of %s products would change. Nothing has been changed yet.', $changed, 'stock-sync-for-keycrm' ),
				number_format_i18n( $changed )
			);
		}
		return sprintf(
			/* translators: %s: how many products. */
			_n( 'Preview: nothing would change. %s product has KeyCRM’s quantity already.', 'Preview: nothing would change. %s products have KeyCRM’s quantity already.', $unchanged, 'stock-sync-for-keycrm' ),
			number_format_i18n( $unchanged )
		);
	}

	private static function undone( ?Run $run ): string {
		$count = $run?->counts->count( Outcome::Updated ) ?? 0;
		return sprintf(
			/* translators: %s: how many products. */
			_n( 'An earlier sync was undone: %s product has its previous quantity again.', 'An earlier sync was undone: %s products have their previous quantity again.', $count, 'stock-sync-for-keycrm' ),
			number_format_i18n( $count )
		);
	}

	private static function no_products( ?int $in_keycrm ): string {
		return null === $in_keycrm
			? __( 'There were no products in the shop to sync.', 'stock-sync-for-keycrm' )
			: sprintf(
				/* translators: %s: how many products. */
				_n( 'There were no products in the shop to sync. KeyCRM has %s.', 'There were no products in the shop to sync. KeyCRM has %s.', $in_keycrm, 'stock-sync-for-keycrm' ),
				number_format_i18n( $in_keycrm )
			);
	}

	/** @param int $skus Products that have an SKU. */
	private static function none_matched( int $skus ): string {
		return sprintf(
			/* translators: %s: how many SKUs. */
			_n( 'No product is matched yet: the only SKU in the shop was not found in KeyCRM.', 'No product is matched yet: none of the %s SKUs in the shop was found in KeyCRM.', $skus, 'stock-sync-for-keycrm' ),
			number_format_i18n( $skus )
		);
	}

	/** Without automatic sync, only the state at the last sync is known. */
	private static function synced( Facts $facts ): string {
		$in_sync = $facts->freshness->in_sync();
		$all     = $facts->freshness->compared();
		$left    = $all - $in_sync;
		if ( 0 === $left ) {
			return sprintf(
				$facts->automation->enabled
					/* translators: %s: how many products. */
					? _n( '%s product is in sync with KeyCRM.', 'All %s products are in sync with KeyCRM.', $all, 'stock-sync-for-keycrm' )
					/* translators: %s: how many products. */
					: _n( '%s product was in sync with KeyCRM after the last sync.', 'All %s products were in sync with KeyCRM after the last sync.', $all, 'stock-sync-for-keycrm' ),
				number_format_i18n( $all )
			);
		}
		return sprintf(
			$facts->automation->enabled
				/* translators: 1: how many products are in sync, 2: of how many. */
				? _n( '%1$s of %2$s product is in sync with KeyCRM.', '%1$s of %2$s products are in sync with KeyCRM.', $all, 'stock-sync-for-keycrm' )
				/* translators: 1: how many products were in sync, 2: of how many. */
				: _n( '%1$s of %2$s product was in sync with KeyCRM after the last sync.', '%1$s of %2$s products were in sync with KeyCRM after the last sync.', $all, 'stock-sync-for-keycrm' ),
			number_format_i18n( $in_sync ),
			number_format_i18n( $all )
		) . ' ' . sprintf(
			/* translators: %s: how many products. */
			_n( '%s needs attention.', '%s need attention.', $left, 'stock-sync-for-keycrm' ),
			number_format_i18n( $left )
		);
	}
}
