<?php
/**
 * Reads a file of the contract.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

use RuntimeException;

/** Such a file is generated from src-admin/contract/ and is a part of the plugin. */
final class ContractFile {

	/**
	 * @param string $file Its path.
	 * @param string $part An object that the file must have.
	 * @return array<string, mixed>
	 * @throws RuntimeException If the plugin was not installed whole.
	 */
	public static function read( string $file, string $part ): array {
		// A file of the plugin itself, not an address. phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents
		$schema = json_decode( (string) file_get_contents( $file ), true );
		return is_array( $schema ) && is_array( $schema[ $part ] ?? null ) ? $schema : throw new RuntimeException( 'Stock Sync for KeyCRM is not installed whole: contract/' . basename( $file ) . ' cannot be read.' );
	}
}
