<?php
/**
 * wp keycrm-stock preview
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\Change\ChangeFilter;
use KeyCrmStock\Value\Run\RunStatus;

final class PreviewCommand {

	/**
	 * @param \Closure(): RunActions     $desk
	 * @param \Closure(): ChangePrinter $sheet
	 */
	public function __construct( private readonly \Closure $desk, private readonly \Closure $sheet ) {}

	/**
	 * Shows what a sync would change. Nothing is changed.
	 *
	 * Ends with status 3 where a sync would stop and ask. “apply” writes what was shown.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : How the list is printed.
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
	 *     $ wp keycrm-stock preview --format=csv > would-change.csv
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$desk   = ( $this->desk )();
		$run    = $desk->preview();
		$format = $options['format'];
		if ( RunStatus::Succeeded === $run->status ) {
			( $this->sheet )()->show( new ChangeFilter( $run->id ), $format );
		}
		if ( 'table' === $format || RunStatus::Succeeded !== $run->status ) {
			$desk->report->say( $run );
		}
		\WP_CLI::halt( ExitStatus::from_run( $run ) );
	}
}
