<?php
/**
 * The transaction is lost: nothing in it may be relied on.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Database;

defined( 'ABSPATH' ) || exit;

/**
 * Thrown for any failed statement within a transaction: a lock that was waited for in vain (1205), a deadlock
 * (1213), a record that changed after the snapshot (1020), a lost connection. The caller rolls back, and
 * repeats all of it or waits.
 */
final class TransactionLost extends DatabaseError {

	/** @param bool $may_be_committed Whether the connection broke off while COMMIT was under way. */
	private function __construct( string $message, public readonly bool $may_be_committed ) {
		parent::__construct( $message );
	}

	public static function by_statement( string $statement, string $error ): self {
		return new self( self::describe( $statement, $error ), false );
	}

	/** The connection was replaced, or the savepoint is gone: everything before is rolled back. */
	public static function by_connection( string $when ): self {
		return new self( "The database gave up the transaction ($when).", false );
	}

	public static function by_reason( string $reason ): self {
		return new self( $reason, false );
	}

	public static function at_commit(): self {
		return new self( 'The connection to the database broke off while the transaction was being committed.', true );
	}
}
