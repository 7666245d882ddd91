<?php
/**
 * Other plugins that set stock from KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\OtherPlugin;

defined( 'ABSPATH' ) || exit;

/** Two plugins that write stock overwrite each other. They are recognised by their folders, and never loaded or changed. */
final class ConflictingPlugins {

	private const OWN = 'stock-sync-for-keycrm';

	/** By its readme it sets stock whenever KeyCRM calls it; no setting against that is known. */
	private const STIV = 'stiv-stock-sync-for-keycrm';

	public function __construct( public readonly KeyCrmOfficialPlugin $official ) {}

	/** @return list<string> Names of plugins that write stock for sure. */
	public function sure(): array {
		$names = $this->official->writes_stock() ? array( __( 'KeyCRM’s own plugin', 'stock-sync-for-keycrm' ) ) : array();
		foreach ( ActivePlugins::files() as $file ) {
			if ( self::STIV === dirname( $file ) ) {
				$names[] = $this->name( $file );
			}
		}
		return $names;
	}

	/** @return list<string> Names of other active plugins for KeyCRM: they may write stock. */
	public function possible(): array {
		$strangers = array_filter(
			ActivePlugins::files(),
			fn ( string $file ): bool => str_contains( strtolower( $file ), 'keycrm' )
				&& ! in_array( dirname( $file ), array( self::OWN, self::STIV, $this->official->folder() ), true )
		);
		return array_map( $this->name( ... ), array_values( $strangers ) );
	}

	/** Where the official plugin's stock webhook is switched off; '' where it is not on. */
	public function settings_url(): string {
		return $this->official->writes_stock() ? $this->official->settings_url() : '';
	}

	private function name( string $file ): string {
		$path   = trailingslashit( (string) constant( 'WP_PLUGIN_DIR' ) ) . $file;
		$header = is_readable( $path ) ? get_file_data( $path, array( 'name' => 'Plugin Name' ) ) : array();
		$name   = $header['name'] ?? '';
		return '' === $name ? $file : $name;
	}
}
