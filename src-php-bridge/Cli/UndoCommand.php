<?php
/**
 * wp keycrm-stock undo
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use function WP_CLI\Utils\format_items;
use function WP_CLI\Utils\get_flag_value;

final class UndoCommand {

	/** @param \Closure(): RunActions $desk */
	public function __construct( private readonly \Closure $desk ) {}

	/**
	 * Takes a run back: its products get their earlier numbers again, less what was sold since.
	 *
	 * Products whose number somebody else has changed since are left alone.
	 *
	 * ## OPTIONS
	 *
	 * <run>
	 * : The number of the run.
	 *
	 * [--dry-run]
	 * : Only say how many products would get their number back.
	 *
	 * [--format=<format>]
	 * : Sentences, or data.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 *   - csv
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     $ wp keycrm-stock undo 12 --dry-run
	 *     $ wp keycrm-stock undo 12
	 *     Success: Run 13 took run 12 back: 34 products have their earlier number again.
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$desk = ( $this->desk )();
		if ( get_flag_value( $options, 'dry-run', false ) ) {
			$row = $desk->would_undo( $args[0] )->to_array();
			format_items( $options['format'], array( $row ), array_keys( $row ) );
			return;
		}
		$run = $desk->undo( $args[0] );
		$desk->report->tell( $run, $options['format'] );
		\WP_CLI::halt( ExitStatus::from_run( $run ) );
	}
}
