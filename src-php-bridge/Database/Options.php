<?php
/**
 * Options that are not taken for missing when the database does not answer.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Database;

defined( 'ABSPATH' ) || exit;

/**
 * `get_option()` returns its default for an option that does not exist and for one that could not be read. Here
 * the second case is an exception: settings that cannot be read are not the defaults.
 */
final class Options {

	/** @var array<string, true> Options that do not exist, by the database's answer; it is not asked again in this request. */
	private array $absent = array();

	public function __construct( private readonly Database $database ) {}

	/**
	 * @return mixed Null where there is no such option.
	 * @throws DatabaseError Where the database does not answer.
	 */
	public function get( string $name ): mixed {
		$value = get_option( $name, null );
		if ( null !== $value || isset( $this->absent[ $name ] ) ) {
			return $value;
		}
		$value = $this->read( $name );
		if ( null === $value ) {
			$this->absent[ $name ] = true;
		}
		return $value;
	}

	/**
	 * Not autoloaded unless asked for: pages that shoppers see have no use for it.
	 *
	 * @throws DatabaseError Where it was not stored.
	 */
	public function set( string $name, mixed $value, bool $autoload = false ): void {
		unset( $this->absent[ $name ] );
		// WordPress also returns false if the value was the same before.
		if ( ! update_option( $name, $value, $autoload ) && maybe_serialize( $this->read( $name ) ) !== maybe_serialize( $value ) ) {
			throw DatabaseError::from_statement( "update_option $name", 'the value was not stored' );
		}
	}

	/** WordPress caches an option for the whole request. After this call it asks the database again. */
	public function forget( string $name ): void {
		unset( $this->absent[ $name ] );
		wp_cache_delete( $name, 'options' );
		// Autoloaded options are cached there instead.
		if ( array_key_exists( $name, wp_load_alloptions() ) ) {
			wp_cache_delete( 'alloptions', 'options' );
		}
	}

	/**
	 * Reads past every cache, because after a failed read WordPress caches that there is no such option.
	 *
	 * @throws DatabaseError
	 */
	private function read( string $name ): mixed {
		$text = $this->database->value( "SELECT option_value FROM {$this->database->names->options} WHERE option_name = %s", array( $name ) );
		return null === $text ? null : maybe_unserialize( $text );
	}
}
