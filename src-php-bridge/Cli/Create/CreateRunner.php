<?php
/**
 * What commands have in common that show a list and ask before they write.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Cli\ChangePrinter;
use KeyCrmStock\Cli\ExitStatus;
use KeyCrmStock\Cli\RunActions;
use KeyCrmStock\Store\Change\ChangeFilter;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunStatus;

use function WP_CLI\Utils\get_flag_value;

final class CreateRunner {

	/**
	 * @param \Closure(): RunActions    $desk
	 * @param \Closure(): ChangePrinter $sheet
	 */
	public function __construct(
		private readonly \Closure $desk,
		private readonly \Closure $sheet,
	) {}

	/** @param array<string, string|bool> $options */
	public function run( RunMode $mode, array $options ): void {
		$desk   = ( $this->desk )();
		$format = (string) $options['format'];
		$is_yes = (bool) get_flag_value( $options, 'yes', false );
		$run    = $desk->create( $mode );
		if ( RunStatus::NeedsConfirmation !== $run->status ) {
			$desk->report->tell( $run, $format );
			\WP_CLI::halt( ExitStatus::from_run( $run ) );
		}
		if ( 'table' === $format || ! $is_yes ) {
			( $this->sheet )()->show( new ChangeFilter( $run->id ), $format );
		}
		if ( $is_yes ) {
			$run = $desk->confirm( (string) $run->id );
			$desk->report->tell( $run, $format );
		} elseif ( 'table' === $format ) {
			$desk->report->say( $run );
		}
		\WP_CLI::halt( ExitStatus::from_run( $run ) );
	}
}
