<?php
/**
 * wp keycrm-stock status
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Health\Finding;

use function WP_CLI\Utils\format_items;

final class StatusCommand {

	/** @param \Closure(): StatusPrinter $sheet */
	public function __construct( private readonly \Closure $sheet ) {}

	/**
	 * Says how the sync stands. Asks the shop's database only, never KeyCRM.
	 *
	 * Ends with status 1 where something is wrong (no key, failed syncs, a sync that is late) and with
	 * 3 where a run waits for a decision, so that a monitor can use it.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : How it is printed.
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
	 *     $ wp keycrm-stock status --format=json | jq -r .findings[0].label
	 *     KeyCRM stock sync works
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$sheet = ( $this->sheet )();
		if ( 'table' === $options['format'] ) {
			array_map( \WP_CLI::line( ... ), $sheet->sentences() );
		}
		if ( 'json' === $options['format'] ) {
			\WP_CLI::line( (string) wp_json_encode( $sheet->to_array(), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) );
		} else {
			format_items( $options['format'], $sheet->rows(), array( 'field', 'label', 'value' ) );
		}
		if ( 'table' === $options['format'] ) {
			foreach ( $sheet->findings() as $finding ) {
				$text = "{$finding->label}. {$finding->text}";
				Finding::GOOD === $finding->level ? \WP_CLI::success( $text ) : \WP_CLI::warning( $text );
			}
		}
		\WP_CLI::halt( $sheet->exit_status() );
	}
}
