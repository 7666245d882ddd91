<?php
/**
 * Which arguments the routes take.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest\Input;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\ContractFile;
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
		$this->schemas ??= ContractFile::read( $this->file, 'runs' );
		return $this->schemas;
	}
}
