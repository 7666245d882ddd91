<?php
/**
 * wp keycrm-stock apply
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

final class ApplyCommand {

	/** @param \Closure(): RunActions $desk */
	public function __construct( private readonly \Closure $desk ) {}

	/**
	 * Writes what a preview has shown.
	 *
	 * A preview older than 15 minutes is read again first.
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
	 *     $ wp keycrm-stock apply 12
	 *     Success: Run 12 changed the stock of 312 products.
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$desk = ( $this->desk )();
		$run  = $desk->apply( $args[0] );
		$desk->report->tell( $run, $options['format'] );
		\WP_CLI::halt( ExitStatus::from_run( $run ) );
	}
}
