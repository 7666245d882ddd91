<?php
/**
 * Settings by name.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\ApiKeyStore;
use KeyCrmStock\Settings\FieldProblem;
use KeyCrmStock\Settings\InvalidApiKey;
use KeyCrmStock\Settings\SettingsSchema;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Sync\Run\Scheduler;
use KeyCrmStock\Text\FieldProblemText;

/** A name has a dot where a setting is part of another: schedule.every_minutes. */
final class SettingsEditor {

	public const API_KEY = 'api_key';

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly SettingsSchema $schema,
		private readonly ApiKeyStore $key,
		private readonly Scheduler $schedule,
	) {}

	/** @return array<string, string> Values as `set` accepts them; of the API key only where it is stored. */
	public function all(): array {
		$all = array( self::API_KEY => $this->key->source() );
		foreach ( $this->settings->get()->to_array() as $name => $value ) {
			if ( is_array( $value ) && ! array_is_list( $value ) ) {
				foreach ( $value as $part => $inner ) {
					$all[ "$name.$part" ] = self::text( $inner );
				}
			} else {
				$all[ $name ] = self::text( $value );
			}
		}
		return $all;
	}

	/**
	 * Validates like the REST route: the same schema, the same messages.
	 *
	 * @return string What is wrong with the value; '' where it was saved.
	 */
	public function set( string $name, string $text ): string {
		[ $first, $part ] = array( ...explode( '.', $name, 2 ), '' );
		$value            = self::parsed( $text, $this->settings->get()->to_array(), $first, $part );
		$patch            = array( $first => '' === $part ? $value : array( $part => $value ) );
		$problems         = $this->schema->problems( $patch );
		if ( array() !== $problems ) {
			return implode( ' ', array_map( static fn ( FieldProblem $problem ): string => $problem->path . ': ' . FieldProblemText::sentence( $problem ), $problems ) );
		}
		$this->key->note_address();
		$this->settings->save( $patch );
		$this->schedule->ensure();
		return '';
	}

	/** @return string What is wrong with the key; '' where it was saved. An empty text forgets the key. */
	public function set_key( #[\SensitiveParameter] string $key ): string {
		try {
			'' === trim( $key ) ? $this->key->forget() : $this->key->set( $key );
			return '';
		} catch ( InvalidApiKey $wrong ) {
			return $wrong->getMessage();
		}
	}

	/** @param list<string> $names Those that there are. */
	public static function no_such_setting( string $name, array $names ): string {
		/* translators: 1: what was typed, 2: the names that there are. */
		return sprintf( __( 'There is no setting “%1$s”. There are: %2$s.', 'stock-sync-for-keycrm' ), $name, implode( ', ', $names ) );
	}

	/** @param array<string, mixed> $present */
	private static function parsed( string $text, array $present, string $first, string $part ): mixed {
		$old = '' === $part ? $present[ $first ] : ( (array) $present[ $first ] )[ $part ];
		// Lists as JSON. A list of plain values may also use commas, which WordPress splits.
		$json = is_array( $old ) ? json_decode( $text, true ) : null;
		return is_array( $json ) ? $json : ( is_array( $old ) && '' === $text ? array() : $text );
	}

	private static function text( mixed $value ): string {
		return is_string( $value ) ? $value : (string) wp_json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
	}
}
