<?php
/**
 * Which plugins are active.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\OtherPlugin;

defined( 'ABSPATH' ) || exit;

/** In this site, or in the whole network. */
final class ActivePlugins {

	/** @return list<string> As in `folder/file.php`. */
	public static function files(): array {
		$files = (array) get_option( 'active_plugins', array() );
		if ( is_multisite() ) {
			$files = array( ...$files, ...array_keys( (array) get_site_option( 'active_sitewide_plugins', array() ) ) );
		}
		return array_values( array_filter( $files, 'is_string' ) );
	}

	public static function is_active( string $folder ): bool {
		return in_array( $folder, array_map( 'dirname', self::files() ), true );
	}
}
