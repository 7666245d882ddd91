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
use KeyCrmStock\Cli\MismatchesCommand;
use KeyCrmStock\Cli\MismatchPrinter;
use KeyCrmStock\Cli\PreviewCommand;
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
use KeyCrmStock\Export\MismatchJson;
use KeyCrmStock\Export\RunJson;
use KeyCrmStock\Services;
use KeyCrmStock\Settings\SettingsDamaged;
use KeyCrmStock\Sync\Run\RunFailed;
use KeyCrmStock\Text\MismatchText;
use KeyCrmStock\Text\ReasonText;
use KeyCrmStock\Text\RunErrorText;
use KeyCrmStock\Text\TablesText;

final class CliCommands {

	/** @param \Closure(): ?Services $services Asked only by the command that is carried out. */
	public static function register( \Closure $services ): void {
		$of      = static fn (): Services => self::ready( $services() );
		$runs    = static fn (): RunActions => self::runs( $of() );
		$changes = static fn (): ChangePrinter => new ChangePrinter( $of()->log, new ReasonText() );
		$status  = static fn (): StatusPrinter => self::status( $of() );
		$desk    = static fn (): SettingsEditor => self::settings( $of() );
		$all     = array(
			'sync'         => new SyncCommand( $runs ),
			'preview'      => new PreviewCommand( $runs, $changes ),
			'apply'        => new ApplyCommand( $runs ),
			'confirm'      => new ConfirmCommand( $runs ),
			'cancel'       => new CancelCommand( $runs ),
			'undo'         => new UndoCommand( $runs ),
			'status'       => new StatusCommand( $status ),
			'changes'      => new ChangesCommand( $changes ),
			'out-of-step'  => new MismatchesCommand( static fn (): MismatchPrinter => self::mismatches( $of() ) ),
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
			// No command does, or says, anything by settings that are not those that were chosen.
			$services->settings->get();
			return $services;
		} catch ( SettingsDamaged ) {
			\WP_CLI::error( RunErrorText::whole( RunFailed::settings_damaged()->error ) );
		}
	}

	private static function runs( Services $of ): RunActions {
		$report = new RunPrinter( new RunJson( $of->runs, $of->settings, $of->clock ) );
		return new RunActions( $of->runs, $of->run_table, $of->undo, new RunWaiter( $of->worker, $of->clock ), $report );
	}

	private static function mismatches( Services $of ): MismatchPrinter {
		$words = new MismatchText();
		return new MismatchPrinter( RestRoutes::lists( $of ), new MismatchJson( $of->catalogue, $of->levels, $of->stock_check, $words ), $words );
	}

	private static function status( Services $of ): StatusPrinter {
		return new StatusPrinter( StatusChecks::of_sync( $of ), StatusChecks::tests( $of ), StatusChecks::info( $of ) );
	}

	private static function settings( Services $of ): SettingsEditor {
		return new SettingsEditor( $of->settings, $of->settings_schema, $of->key, $of->schedule );
	}
}
