<?php
/**
 * A statement that the database did not carry out.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Database;

defined( 'ABSPATH' ) || exit;

/** The message is for technical people: the beginning of the statement and the server's own words. */
class DatabaseError extends \RuntimeException {

	private const SHOWN = 60;

	public static function from_statement( string $statement, string $error ): self {
		return new self( self::describe( $statement, $error ) );
	}

	protected static function describe( string $statement, string $error ): string {
		$shown = mb_substr( trim( (string) preg_replace( '/\s+/', ' ', $statement ) ), 0, self::SHOWN, 'UTF-8' );
		return sprintf( 'The database refused "%s …": %s', $shown, '' === $error ? 'it gave no reason' : $error );
	}
}
