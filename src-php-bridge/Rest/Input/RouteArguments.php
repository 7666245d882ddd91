<?php
/**
 * Which arguments the routes take.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest\Input;

defined( 'ABSPATH' ) || exit;

use RuntimeException;

/** Generated from src-admin/contract/arguments.ts: limits and defaults are written there alone. */
final class RouteArguments {

	/** @var ?array<string, array<string, mixed>> Schemas by name of the route. */
	private ?array $schemas = null;

	/** @param string $file Path of plugin/contract/arguments.json; read at the first use. */
	public function __construct( private readonly string $file ) {}

	/** @return array<string, array<string, mixed>> As register_rest_route() takes them. */
	public function for_route( string $route ): array {
		$schema   = $this->schemas()[ $route ] ?? throw new RuntimeException( "The contract has no arguments of the route $route." );
		$required = (array) ( $schema['required'] ?? array() );
		$args     = (array) $schema['properties'];
		foreach ( $required as $name ) {
			$args[ $name ]['required'] = true;
		}
		return $args;
	}

	/** @return array<string, array<string, mixed>> */
	private function schemas(): array {
		if ( null === $this->schemas ) {
			// A file of the plugin itself, not an address. phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents
			$schemas = json_decode( (string) file_get_contents( $this->file ), true );
			if ( ! is_array( $schemas ) ) {
				throw new RuntimeException( 'Stock Sync for KeyCRM is not installed whole: contract/' . basename( $this->file ) . ' cannot be read.' );
			}
			$this->schemas = $schemas;
		}
		return $this->schemas;
	}
}
