<?php
/**
 * wp keycrm-stock settings set
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

final class SettingsSetCommand {

	/** @param \Closure(): SettingsEditor $desk */
	public function __construct( private readonly \Closure $desk ) {}

	/**
	 * Changes a setting. The same limits hold as on the settings screen.
	 *
	 * ## OPTIONS
	 *
	 * <name>
	 * : The name of the setting, as “settings get” shows it.
	 *
	 * <value>
	 * : The new value; a list as JSON. For api_key only “-”: the key is read from standard input, so
	 * that it stands neither in the shell's history nor in the list of processes. An empty one is
	 * forgotten.
	 *
	 * ## EXAMPLES
	 *
	 *     $ wp keycrm-stock settings set schedule.enabled true
	 *     $ wp keycrm-stock settings set warehouse_ids '[1,4]'
	 *     $ wp keycrm-stock settings set api_key - < key.txt
	 *
	 * @param list<string> $args
	 */
	public function __invoke( array $args ): void {
		[ $name, $value ] = $args;
		$desk             = ( $this->desk )();
		if ( SettingsEditor::API_KEY === $name ) {
			if ( '-' !== $value ) {
				\WP_CLI::error( __( 'The API key is read from standard input, so that it does not stay in the history of your shell: wp keycrm-stock settings set api_key - < key.txt', 'stock-sync-for-keycrm' ) );
			}
			$this->ended( $desk->set_key( (string) stream_get_contents( STDIN ) ) );
			return;
		}
		$names = array_keys( $desk->all() );
		if ( ! in_array( $name, $names, true ) ) {
			\WP_CLI::error( SettingsEditor::no_such_setting( $name, $names ) );
		}
		$this->ended( $desk->set( $name, $value ) );
	}

	private function ended( string $problem ): void {
		'' === $problem ? \WP_CLI::success( __( 'Saved.', 'stock-sync-for-keycrm' ) ) : \WP_CLI::error( $problem );
	}
}
