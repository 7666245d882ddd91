<?php
/**
 * The database refused a statement.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store;

defined( 'ABSPATH' ) || exit;

final class StorageException extends \RuntimeException {

	public static function from_database( string $statement, string $error ): self {
		return new self( sprintf( 'The database refused "%s …": %s', substr( $statement, 0, 60 ), $error ) );
	}
}
