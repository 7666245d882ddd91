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
use KeyCrmStock\Cli\ChangesCommand;
use KeyCrmStock\Cli\ChangeSheet;
use KeyCrmStock\Cli\CommandGroup;
use KeyCrmStock\Cli\ConfirmCommand;
use KeyCrmStock\Cli\Driver;
use KeyCrmStock\Cli\MismatchSheet;
use KeyCrmStock\Cli\OutOfStepCommand;
use KeyCrmStock\Cli\PreviewCommand;
use KeyCrmStock\Cli\RunDesk;
use KeyCrmStock\Cli\RunReport;
use KeyCrmStock\Cli\SettingsDesk;
use KeyCrmStock\Cli\SettingsGetCommand;
use KeyCrmStock\Cli\SettingsSetCommand;
use KeyCrmStock\Cli\StatusCommand;
use KeyCrmStock\Cli\StatusSheet;
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

final class Commands {

	/** @param \Closure(): ?Services $services Asked only by the command that is carried out. */
	public static function register( \Closure $services ): void {
		$of      = static fn (): Services => self::ready( $services() );
		$runs    = static fn (): RunDesk => self::runs( $of() );
		$changes = static fn (): ChangeSheet => new ChangeSheet( $of()->log, new ReasonText() );
		$status  = static fn (): StatusSheet => self::status( $of() );
		$desk    = static fn (): SettingsDesk => self::settings( $of() );
		$all     = array(
			'sync'         => new SyncCommand( $runs ),
			'preview'      => new PreviewCommand( $runs, $changes ),
			'apply'        => new ApplyCommand( $runs ),
			'confirm'      => new ConfirmCommand( $runs ),
			'cancel'       => new CancelCommand( $runs ),
			'undo'         => new UndoCommand( $runs ),
			'status'       => new StatusCommand( $status ),
			'changes'      => new ChangesCommand( $changes ),
			'out-of-step'  => new OutOfStepCommand( static fn (): MismatchSheet => self::mismatches( $of() ) ),
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

	private static function runs( Services $of ): RunDesk {
		$report = new RunReport( new RunJson( $of->runs, $of->settings, $of->clock ) );
		return new RunDesk( $of->runs, $of->run_table, $of->undo, new Driver( $of->worker, $of->clock ), $report );
	}

	private static function mismatches( Services $of ): MismatchSheet {
		$words = new MismatchText();
		return new MismatchSheet( Routes::lists( $of ), new MismatchJson( $of->catalogue, $of->levels, $of->stock_check, $words ), $words );
	}

	private static function status( Services $of ): StatusSheet {
		return new StatusSheet( Health::of_sync( $of ), Health::tests( $of ), Health::info( $of ) );
	}

	private static function settings( Services $of ): SettingsDesk {
		return new SettingsDesk( $of->settings, $of->settings_schema, $of->key, $of->schedule );
	}
}
