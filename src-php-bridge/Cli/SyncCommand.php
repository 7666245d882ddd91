<?php
/**
 * wp keycrm-stock sync
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

final class SyncCommand {

	/** @param \Closure(): RunActions $desk */
	public function __construct( private readonly \Closure $desk ) {}

	/**
	 * Matches the shop's stock with KeyCRM now, and waits until that is done.
	 *
	 * Where a sync is under way already, this command helps it along. Where too much would be lost it
	 * changes nothing and ends with status 3; “confirm” or “cancel” decides.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : Sentences, or the run as data.
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
	 *     $ wp keycrm-stock sync
	 *     Success: Run 12 changed the stock of 34 products.
	 *
	 *     # In a script
	 *     $ wp keycrm-stock sync --format=json | jq .counts.updated
	 *     34
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$desk = ( $this->desk )();
		$run  = $desk->sync();
		$desk->report->tell( $run, $options['format'] );
		\WP_CLI::halt( ExitStatus::from_run( $run ) );
	}
}
