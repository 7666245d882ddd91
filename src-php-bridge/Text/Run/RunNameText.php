<?php
/**
 * What a run is called in lists: "Automatic sync", "Undo of sync 12".
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunTrigger;
use KeyCrmStock\Value\Stock\Side;

/** A run that writes KeyCRM's quantities says so in its name, so that no list takes them for the shop's. */
final class RunNameText {

	public static function name( Run $run ): string {
		return Side::KeyCrm === $run->side ? self::to_keycrm( $run ) : self::to_shop( $run );
	}

	private static function to_shop( Run $run ): string {
		return match ( $run->mode ) {
			RunMode::Preview => __( 'Preview', 'stock-sync-for-keycrm' ),
			/* translators: %s: the number of the sync that was taken back. */
			RunMode::Undo => sprintf( __( 'Undo of sync %s', 'stock-sync-for-keycrm' ), (string) $run->undoes ),
			RunMode::Product => __( 'One product synced', 'stock-sync-for-keycrm' ),
			RunMode::Refresh => __( 'Changes reported by KeyCRM', 'stock-sync-for-keycrm' ),
			RunMode::Sync => match ( $run->trigger ) {
				RunTrigger::Person => __( 'Manual sync', 'stock-sync-for-keycrm' ),
				RunTrigger::Schedule => __( 'Automatic sync', 'stock-sync-for-keycrm' ),
				RunTrigger::Tick => __( 'Sync by your server’s scheduler', 'stock-sync-for-keycrm' ),
				RunTrigger::Cli => __( 'Sync from the command line', 'stock-sync-for-keycrm' ),
				RunTrigger::Webhook => __( 'Changes reported by KeyCRM', 'stock-sync-for-keycrm' ),
			},
			default => self::of_either( $run->mode ),
		};
	}

	private static function to_keycrm( Run $run ): string {
		return match ( $run->mode ) {
			RunMode::Preview => __( 'Preview of what KeyCRM would get', 'stock-sync-for-keycrm' ),
			/* translators: %s: the number of the sync that was taken back. */
			RunMode::Undo => sprintf( __( 'Undo of sync %s in KeyCRM', 'stock-sync-for-keycrm' ), (string) $run->undoes ),
			RunMode::Product => __( 'One product sent to KeyCRM', 'stock-sync-for-keycrm' ),
			RunMode::Refresh => __( 'Changes in the shop, sent to KeyCRM', 'stock-sync-for-keycrm' ),
			RunMode::Sync => match ( $run->trigger ) {
				RunTrigger::Person => __( 'Manual sync to KeyCRM', 'stock-sync-for-keycrm' ),
				RunTrigger::Schedule => __( 'Automatic sync to KeyCRM', 'stock-sync-for-keycrm' ),
				RunTrigger::Tick => __( 'Sync to KeyCRM by your server’s scheduler', 'stock-sync-for-keycrm' ),
				RunTrigger::Cli => __( 'Sync to KeyCRM from the command line', 'stock-sync-for-keycrm' ),
				RunTrigger::Webhook => __( 'Changes in the shop, sent to KeyCRM', 'stock-sync-for-keycrm' ),
			},
			default => self::of_either( $run->mode ),
		};
	}

	private static function of_either( RunMode $mode ): string {
		return match ( $mode ) {
			RunMode::Fill => __( 'KeyCRM filled from the shop', 'stock-sync-for-keycrm' ),
			RunMode::CreateInShop => __( 'Drafts created in the shop', 'stock-sync-for-keycrm' ),
			RunMode::CreateInKeyCrm => __( 'Products created in KeyCRM', 'stock-sync-for-keycrm' ),
			RunMode::SwitchOn => __( 'Stock management switched on', 'stock-sync-for-keycrm' ),
			default => __( 'Stock status repaired', 'stock-sync-for-keycrm' ),
		};
	}
}
