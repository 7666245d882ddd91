<?php
/**
 * The settings' JSON Schema, and what follows from it.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

use WP_REST_Server;

/** The schema is generated from src-admin/contract/settings/settings.ts: defaults and limits are written there alone. */
final class SettingsSchema {

	/** @var ?array<string, mixed> */
	private ?array $schema = null;

	/** @param string $file Path of plugin/contract/settings.json; read at the first use. */
	public function __construct( private readonly string $file ) {}

	/** @return array<string, mixed> */
	public function defaults(): array {
		return self::defaults_of( $this->schema() );
	}

	/**
	 * Whole and valid settings, whatever was stored: missing and broken parts become the defaults,
	 * unknown ones are dropped. Each save stores every setting, so a row without `hold_orders` is of a version that did
	 * not know it. Such a shop keeps treating orders as that version did, whatever today's default is.
	 *
	 * @param array<mixed> $stored
	 * @return array<string, mixed>
	 */
	public function sanitize( array $stored ): array {
		$hold                  = $stored['hold_orders'] ?? null;
		$stored['hold_orders'] = ( is_array( $hold ) ? $hold : array() ) + array( 'mode' => OpenOrderMode::Off->value );
		return $this->merge( $this->defaults(), $stored );
	}

	/**
	 * The base with every valid part of the patch laid over it.
	 *
	 * @param array<mixed> $base
	 * @param array<mixed> $patch
	 * @return array<string, mixed>
	 */
	public function merge( array $base, array $patch ): array {
		return self::merge_object( $this->schema(), $base, $patch );
	}

	/**
	 * Arguments for a REST route that takes any part of the settings. EDITABLE and not CREATABLE:
	 * CREATABLE fills in defaults, so a partial write would reset the rest. The route must check them with
	 * problems(), because WordPress names only the group that a field stands in and does not validate null.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function to_args(): array {
		$unchecked = array(
			'validate_callback' => '__return_true',
			'sanitize_callback' => static fn ( mixed $value ): mixed => $value,
		);
		return array_map( static fn ( array $arg ): array => $unchecked + $arg, rest_get_endpoint_args_for_schema( $this->schema(), WP_REST_Server::EDITABLE ) );
	}

	/**
	 * @param array<mixed> $patch Any part of the settings; unknown parts are ignored.
	 * @return list<FieldProblem> Empty where all of it may be saved.
	 */
	public function problems( array $patch ): array {
		$problems = array();
		foreach ( array_intersect_key( $this->schema()['properties'], $patch ) as $name => $property ) {
			array_push( $problems, ...FieldCheck::problems( $property, $patch[ $name ], $name ) );
		}
		return $problems;
	}

	/** @return array<string, mixed> */
	private function schema(): array {
		$this->schema ??= ContractFile::read( $this->file, 'properties' );
		return $this->schema;
	}

	/**
	 * @param array<string, mixed> $schema Of an object.
	 * @return array<string, mixed>
	 */
	private static function defaults_of( array $schema ): array {
		return array_map(
			static fn ( array $property ): mixed => 'object' === $property['type'] ? self::defaults_of( $property ) : $property['default'],
			$schema['properties']
		);
	}

	/**
	 * @param array<string, mixed> $schema Of an object.
	 * @param array<mixed>         $base
	 * @param array<mixed>         $patch
	 * @return array<string, mixed>
	 */
	private static function merge_object( array $schema, array $base, array $patch ): array {
		$merged = array();
		foreach ( $schema['properties'] as $name => $property ) {
			$merged[ $name ] = array_key_exists( $name, $patch )
				? self::merge_value( $property, $base[ $name ], $patch[ $name ] )
				: $base[ $name ];
		}
		return $merged;
	}

	/** @param array<string, mixed> $schema */
	private static function merge_value( array $schema, mixed $base, mixed $value ): mixed {
		if ( 'object' === $schema['type'] ) {
			return is_array( $value ) ? self::merge_object( $schema, $base, $value ) : $base;
		}
		if ( 'array' === $schema['type'] && is_array( $value ) && $value ) {
			// One broken row must not discard the others. If no row is valid, the whole list is not.
			$value = self::good_items( $schema, $value );
			return $value && self::is_valid( $schema, $value ) ? $value : $base;
		}
		return self::is_valid( $schema, $value ) ? rest_sanitize_value_from_schema( $value, $schema ) : $base;
	}

	/**
	 * @param array<string, mixed> $schema Of the list.
	 * @param array<mixed>         $items
	 * @return list<mixed> Each id once: of two rows with one id the first.
	 */
	private static function good_items( array $schema, array $items ): array {
		$good = array();
		$by   = $schema['uniqueBy'] ?? null;
		foreach ( $items as $item ) {
			if ( self::is_valid( $schema['items'], $item ) ) {
				$item = rest_sanitize_value_from_schema( $item, $schema['items'] );
				$good[ (string) wp_json_encode( null === $by ? $item : $item[ $by ] ) ] ??= $item;
			}
		}
		return array_values( $good );
	}

	/** @param array<string, mixed> $schema */
	private static function is_valid( array $schema, mixed $value ): bool {
		return true === rest_validate_value_from_schema( $value, $schema );
	}
}
