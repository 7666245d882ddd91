<?php
/**
 * The plugin's settings, kept in one option.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\Options;

/**
 * Sanitizes on reading too, so that a row of an older version, or one edited by hand, is complete. A row that
 * cannot be read is never replaced by the defaults: other numbers would go on sale, and a save would store them.
 */
final class SettingsStore {

	public const OPTION = 'keycrm_stock_settings';

	public function __construct(
		private readonly SettingsSchema $schema,
		private readonly Options $options,
	) {}

	/**
	 * @throws DatabaseError   Where the database does not answer.
	 * @throws SettingsDamaged
	 */
	public function get(): Settings {
		return Settings::from_array( $this->values() );
	}

	/**
	 * Reads past WordPress's cache: a worker runs for many seconds, and another process may have saved meanwhile.
	 *
	 * @throws DatabaseError   Where the database does not answer.
	 * @throws SettingsDamaged
	 */
	public function reload(): Settings {
		$this->options->forget( self::OPTION );
		return $this->get();
	}

	/**
	 * @param array<mixed> $patch Any part of the settings; nested objects are merged, lists replaced,
	 *                            invalid and unknown parts ignored.
	 * @throws DatabaseError   Where the settings could not be read, or were not stored; then they are as before.
	 * @throws SettingsDamaged
	 */
	public function save( array $patch ): Settings {
		$this->options->forget( self::OPTION );
		$values = $this->schema->merge( $this->values(), $patch );
		$this->options->set( self::OPTION, $values );
		return Settings::from_array( $values );
	}

	/** @return array<string, mixed> */
	private function values(): array {
		$stored = $this->options->get( self::OPTION );
		if ( null !== $stored && ! is_array( $stored ) ) {
			throw new SettingsDamaged( 'The option ' . self::OPTION . ' holds ' . get_debug_type( $stored ) . ' and no array.' );
		}
		return null === $stored ? $this->schema->defaults() : $this->schema->sanitize( $stored );
	}
}
