<?php
/**
 * The wiring of the WP-CLI commands.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Wiring;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Cli\ApplyCommand;
use KeyCrmStock\Cli\CancelCommand;
use KeyCrmStock\Cli\ChangePrinter;
use KeyCrmStock\Cli\ChangesCommand;
use KeyCrmStock\Cli\CommandGroup;
use KeyCrmStock\Cli\ConfirmCommand;
use KeyCrmStock\Cli\Create\CreateInKeyCrmCommand;
use KeyCrmStock\Cli\Create\CreateInShopCommand;
use KeyCrmStock\Cli\Create\CreateRunner;
use KeyCrmStock\Cli\MismatchesCommand;
use KeyCrmStock\Cli\MismatchPrinter;
use KeyCrmStock\Cli\PreviewCommand;
use KeyCrmStock\Cli\Product\ProductSyncRunner;
use KeyCrmStock\Cli\Product\SyncProductCommand;
use KeyCrmStock\Cli\Push\FillCommand;
use KeyCrmStock\Cli\RunActions;
use KeyCrmStock\Cli\RunPrinter;
use KeyCrmStock\Cli\RunWaiter;
use KeyCrmStock\Cli\SettingsEditor;
use KeyCrmStock\Cli\SettingsGetCommand;
use KeyCrmStock\Cli\SettingsSetCommand;
use KeyCrmStock\Cli\StatusCommand;
use KeyCrmStock\Cli\StatusPrinter;
use KeyCrmStock\Cli\SyncCommand;
use KeyCrmStock\Cli\UndoCommand;
use KeyCrmStock\Export\ChangeRows;
use KeyCrmStock\Export\MismatchJson;
use KeyCrmStock\Export\MismatchRows;
use KeyCrmStock\Export\ProductSyncJson;
use KeyCrmStock\Export\RunJson;
use KeyCrmStock\Services;
use KeyCrmStock\Settings\SettingsDamaged;
use KeyCrmStock\Sync\Run\RunFailed;
use KeyCrmStock\Text\MismatchText;
use KeyCrmStock\Text\ReasonText;
use KeyCrmStock\Text\Run\RunErrorText;
use KeyCrmStock\Text\TablesText;

final class CliCommands {

	/** @param \Closure(): ?Services $find Called only by the command that runs. */
	public static function register( \Closure $find ): void {
		$ready   = static fn (): Services => self::ready( $find() );
		$runs    = static fn (): RunActions => self::runs( $ready() );
		$changes = static fn (): ChangePrinter => new ChangePrinter( $ready()->change_log, new ChangeRows( $ready()->change_log, new ReasonText() ) );
		$status  = static fn (): StatusPrinter => self::status( $ready() );
		$desk    = static fn (): SettingsEditor => self::settings( $ready() );
		$maker   = new CreateRunner( $runs, $changes );
		$all     = array(
			'sync'         => new SyncCommand( $runs ),
			'sync-product' => new SyncProductCommand( static fn (): ProductSyncRunner => self::product_sync( $ready() ) ),
			'preview'      => new PreviewCommand( $runs, $changes ),
			'fill' => new FillCommand( $maker ),
			'create-in-keycrm' => new CreateInKeyCrmCommand( $maker ),
			'create-in-shop' => new CreateInShopCommand( $maker ),
			'apply'        => new ApplyCommand( $runs ),
			'confirm'      => new ConfirmCommand( $runs ),
			'cancel'       => new CancelCommand( $runs ),
			'undo'         => new UndoCommand( $runs ),
			'status'       => new StatusCommand( $status ),
			'changes'      => new ChangesCommand( $changes ),
			'out-of-step'  => new MismatchesCommand( static fn (): MismatchPrinter => self::mismatches( $ready() ) ),
			'settings get' => new SettingsGetCommand( $desk ),
			'settings set' => new SettingsSetCommand( $desk ),
		);
		\WP_CLI::add_command( 'keycrm-stock', CommandGroup::class );
		\WP_CLI::add_command( 'keycrm-stock settings', CommandGroup::class, array( 'shortdesc' => 'Shows and changes the settings.' ) );
		foreach ( $all as $name => $command ) {
			\WP_CLI::add_command( "keycrm-stock $name", $command );
		}
	}

	private static function ready( ?Services $services ): Services {
		if ( null === $services ) {
			\WP_CLI::error( __( 'WooCommerce is not active, so there is no stock to keep right. Activate it first.', 'stock-sync-for-keycrm' ) );
		}
		if ( ! $services->schema->is_in_place() ) {
			\WP_CLI::error( TablesText::headline() . '. ' . TablesText::explanation( $services->schema->problem() ) );
		}
		try {
			// If the settings cannot be read, no command may act or report by other ones.
			$services->settings->get();
			return $services;
		} catch ( SettingsDamaged ) {
			\WP_CLI::error( RunErrorText::whole( RunFailed::settings_damaged()->error ) );
		}
	}

	private static function runs( Services $services ): RunActions {
		$report = new RunPrinter( new RunJson( $services->runs, $services->settings, $services->clock ) );
		return new RunActions( $services->runs, $services->run_table, $services->undo, new RunWaiter( $services->worker, $services->clock ), $report );
	}

	private static function product_sync( Services $services ): ProductSyncRunner {
		return new ProductSyncRunner( ManualSyncs::product( $services ), $services->catalogue, new ProductSyncJson( new ReasonText() ), $services->clock );
	}

	private static function mismatches( Services $services ): MismatchPrinter {
		$words = new MismatchText();
		$lists = RestRoutes::lists( $services );
		$json  = new MismatchJson( $services->catalogue, $services->levels, $services->stock_check, $words );
		return new MismatchPrinter( $lists, new MismatchRows( $lists, $json, $words ), $words );
	}

	private static function status( Services $services ): StatusPrinter {
		return new StatusPrinter( StatusChecks::sync( $services ), StatusChecks::tests( $services ), StatusChecks::info( $services ) );
	}

	private static function settings( Services $services ): SettingsEditor {
		return new SettingsEditor( $services->settings, $services->settings_schema, $services->key, $services->schedule );
	}
}
