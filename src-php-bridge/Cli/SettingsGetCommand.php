<?php
/**
 * wp keycrm-stock settings get
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use function WP_CLI\Utils\format_items;

final class SettingsGetCommand {

	/** @param \Closure(): SettingsEditor $desk */
	public function __construct( private readonly \Closure $desk ) {}

	/**
	 * Shows the settings, or one of them. Of the API key only where it is kept.
	 *
	 * ## OPTIONS
	 *
	 * [<name>]
	 * : The name of a setting. Without it, all are shown.
	 *
	 * [--format=<format>]
	 * : How all of them are printed.
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
	 *     $ wp keycrm-stock settings get schedule.every_minutes
	 *     15
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$all = ( $this->desk )()->all();
		if ( isset( $args[0] ) ) {
			if ( ! isset( $all[ $args[0] ] ) ) {
				\WP_CLI::error( SettingsEditor::no_such_setting( $args[0], array_keys( $all ) ) );
			}
			\WP_CLI::line( $all[ $args[0] ] );
			return;
		}
		$rows = array();
		foreach ( $all as $name => $value ) {
			$rows[] = array(
				'name'  => $name,
				'value' => $value,
			);
		}
		format_items( $options['format'], $rows, array( 'name', 'value' ) );
	}
}
