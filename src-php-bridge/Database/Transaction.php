<?php
/**
 * A transaction that notices when it is lost.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Database;

defined( 'ABSPATH' ) || exit;

/**
 * WordPress reports a lost transaction (deadlock, connection lost and silently made anew, a statement that
 * commits by itself) as nothing more than one failed query, if at all. WooCommerce does not look at that, and
 * everything after it would be stored piece by piece. Two things tell: a savepoint, which is gone when the
 * transaction is, and the number of the connection.
 */
final class Transaction {

	private const SAVEPOINT = 'keycrm_stock';

	/** Null where there are no connections (SQLite), or none is open. */
	private ?int $connection = null;

	public function __construct(
		private readonly Database $database,
		private readonly ServerFacts $facts,
	) {}

	/**
	 * @param int $lock_wait Seconds to wait for somebody else's lock; the server's usual 50 would hold up shoppers behind us.
	 * @throws TransactionLost
	 */
	public function begin( int $lock_wait ): void {
		$this->database->read_where_it_writes();
		$this->database->enter( $this );
		try {
			$this->wait_for_locks( $lock_wait );
			$this->connection = $this->connection_id();
			$this->database->run( 'START TRANSACTION' );
			$this->database->run( 'SAVEPOINT ' . self::SAVEPOINT );
			if ( $this->connection_id() !== $this->connection ) {
				throw TransactionLost::by_connection( 'as it began' );
			}
		} catch ( \Throwable $cause ) {
			$this->rollback();
			throw $cause;
		}
	}

	/** Whether everything since begin() can still be committed. */
	public function is_alive(): bool {
		return $this->database->quietly(
			function (): bool {
				try {
					$this->release();
					$this->database->run( 'SAVEPOINT ' . self::SAVEPOINT );
					return true;
				} catch ( TransactionLost ) {
					return false;
				}
			}
		);
	}

	/** @throws TransactionLost */
	public function assert_alive(): void {
		if ( ! $this->is_alive() ) {
			throw TransactionLost::by_connection( 'it is no longer there' );
		}
	}

	/** @throws TransactionLost */
	public function commit(): void {
		$this->release();
		try {
			$this->database->run( 'COMMIT' );
			// On a connection that was made anew "COMMIT" succeeds too, with nothing to commit.
			$is_ours = $this->connection_id() === $this->connection;
		} catch ( TransactionLost ) {
			$is_ours = false;
		}
		if ( ! $is_ours ) {
			throw TransactionLost::at_commit();
		}
		$this->end();
	}

	/** Never throws: where the connection is gone, the server has rolled back by itself. */
	public function rollback(): void {
		try {
			$this->database->quietly( fn (): int => $this->database->run( 'ROLLBACK' ) );
		} catch ( TransactionLost ) {
			// The connection is gone, and with it the transaction.
			$this->connection = null;
		}
		$this->end();
	}

	/** @see Database::and_in_transaction() */
	public function and_on_its_connection(): string {
		return null === $this->connection ? '' : ' AND CONNECTION_ID() = ' . $this->connection;
	}

	/** @throws TransactionLost Where the savepoint is gone, or this is another connection. */
	private function release(): void {
		if ( $this->connection_id() !== $this->connection ) {
			throw TransactionLost::by_connection( 'the connection was made anew' );
		}
		$this->database->run( 'RELEASE SAVEPOINT ' . self::SAVEPOINT );
	}

	private function end(): void {
		$this->database->enter( null );
		$this->connection = null;
		try {
			$this->wait_for_locks( $this->facts->lock_wait ?? 0 );
		} catch ( DatabaseError ) {
			// A new connection has the server's own setting.
			return;
		}
	}

	private function connection_id(): ?int {
		return $this->facts->has_row_locks() ? (int) $this->database->value( 'SELECT CONNECTION_ID()' ) : null;
	}

	private function wait_for_locks( int $seconds ): void {
		if ( $this->facts->has_row_locks() ) {
			$this->database->run( 'SET SESSION innodb_lock_wait_timeout = ' . $seconds );
		}
	}
}
