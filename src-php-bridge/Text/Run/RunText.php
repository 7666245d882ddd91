<?php
/**
 * What a run is doing, in words.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Text\CreationText;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Stock\Side;

final class RunText {

	/** A sentence for a run of this kind, for as long as it goes on. */
	public static function activity( ?RunMode $mode, Side $side = Side::Shop ): string {
		if ( Side::KeyCrm === $side ) {
			return self::push_activity( $mode );
		}
		return match ( $mode ) {
			RunMode::Preview => __( 'A preview is being made. Nothing in the shop is changed.', 'stock-sync-for-keycrm' ),
			RunMode::Refresh => __( 'Products whose stock has changed in KeyCRM are being synced.', 'stock-sync-for-keycrm' ),
			RunMode::CreateInShop => __( 'Drafts of products that the shop lacks are being created.', 'stock-sync-for-keycrm' ),
			RunMode::Undo => __( 'An earlier sync is being undone.', 'stock-sync-for-keycrm' ),
			default => __( 'The shop is being synced with KeyCRM.', 'stock-sync-for-keycrm' ),
		};
	}

	private static function push_activity( ?RunMode $mode ): string {
		return match ( $mode ) {
			RunMode::Preview => __( 'A preview is being made. Nothing in KeyCRM is changed.', 'stock-sync-for-keycrm' ),
			RunMode::Fill => __( 'The shop’s stock is being compared with KeyCRM, which gets it once.', 'stock-sync-for-keycrm' ),
			RunMode::Refresh => __( 'Products whose stock has changed in the shop are being sent to KeyCRM.', 'stock-sync-for-keycrm' ),
			RunMode::CreateInKeyCrm => __( 'Products that KeyCRM lacks are being created there.', 'stock-sync-for-keycrm' ),
			RunMode::Undo => __( 'Quantities that were sent to KeyCRM are being taken back.', 'stock-sync-for-keycrm' ),
			default => __( 'KeyCRM is being synced with the shop.', 'stock-sync-for-keycrm' ),
		};
	}

	/** The label beside the progress bar. */
	public static function phase( Run $run ): string {
		return $run->mode->creates() ? CreationText::phase( $run ) : self::phase_of_sync( $run->phase, $run->side );
	}

	private static function phase_of_sync( RunPhase $phase, Side $side ): string {
		return match ( $phase ) {
			RunPhase::Orders, RunPhase::Recheck => __( 'Looking up your orders in KeyCRM', 'stock-sync-for-keycrm' ),
			RunPhase::Read => __( 'Reading stock from KeyCRM', 'stock-sync-for-keycrm' ),
			RunPhase::Gone => __( 'Looking up products that KeyCRM’s stock list lacks', 'stock-sync-for-keycrm' ),
			RunPhase::Plan => __( 'Comparing with your products', 'stock-sync-for-keycrm' ),
			RunPhase::Guard => __( 'Checking that the quantities make sense', 'stock-sync-for-keycrm' ),
			RunPhase::Write => Side::KeyCrm === $side ? __( 'Sending the quantities to KeyCRM', 'stock-sync-for-keycrm' ) : __( 'Writing the new quantities', 'stock-sync-for-keycrm' ),
			RunPhase::Verify => __( 'Checking what KeyCRM has taken', 'stock-sync-for-keycrm' ),
			RunPhase::Details => __( 'Sending names and prices to KeyCRM', 'stock-sync-for-keycrm' ),
			RunPhase::Done => __( 'Finishing', 'stock-sync-for-keycrm' ),
		};
	}
}
