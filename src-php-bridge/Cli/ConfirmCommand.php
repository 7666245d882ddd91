<?php
/**
 * wp keycrm-stock confirm
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

final class ConfirmCommand {

	/** @param \Closure(): RunActions $desk */
	public function __construct( private readonly \Closure $desk ) {}

	/**
	 * Says that the numbers at which a run has stopped are right, and lets it go on.
	 *
	 * Numbers older than 15 minutes are read again; where more would be lost than was agreed to, it stops again.
	 *
	 * ## OPTIONS
	 *
	 * <run>
	 * : The number of the run.
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
	 *     $ wp keycrm-stock confirm 12
	 *     Success: Run 12 changed the stock of 312 products.
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$desk = ( $this->desk )();
		$run  = $desk->confirm( $args[0] );
		$desk->report->tell( $run, $options['format'] );
		\WP_CLI::halt( ExitStatus::from_run( $run ) );
	}
}
