<?php
/**
 * Keeps the settings in an option.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

/** Sanitizes when reading too, so that a row of an older version, or one edited by hand, is always whole. */
final class SettingsStore {

	public const OPTION = 'keycrm_stock_settings';

	public function __construct( private readonly SettingsSchema $schema ) {}

	public function get(): Settings {
		return Settings::from_array( $this->values() );
	}

	/**
	 * @param array<mixed> $patch Any part of the settings; nested objects are merged, lists replaced,
	 *                            invalid and unknown parts ignored.
	 */
	public function save( array $patch ): Settings {
		$values = $this->schema->merge( $this->values(), $patch );
		// Not autoloaded: pages that shoppers see have no use for it.
		update_option( self::OPTION, $values, false );
		return Settings::from_array( $values );
	}

	/** @return array<string, mixed> */
	private function values(): array {
		$stored = get_option( self::OPTION );
		return $this->schema->sanitize( is_array( $stored ) ? $stored : array() );
	}
}
