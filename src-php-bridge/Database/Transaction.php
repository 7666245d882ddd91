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
 * WordPress reports a lost transaction (a deadlock, a connection that was lost and silently made anew, a statement
 * that commits by itself) as nothing more than one failed query, if at all. WooCommerce does not look at that, and
 * everything after it would be stored piece by piece.
 *
 * So the transaction begins by inserting a row of its own. UPDATEs with a condition on that row change nothing once
 * the server has rolled back. If the row is there after the COMMIT, on any connection, everything is stored.
 * A savepoint also tells whether another plugin has committed in between.
 */
final class Transaction {

	/** It ends with the transaction, also if another plugin has committed that. */
	private const SAVEPOINT = 'keycrm_stock';

	private string $token = '';

	public function __construct(
		private readonly Database $database,
		private readonly ServerFacts $facts,
	) {}

	/**
	 * @param int $lock_wait Seconds to wait for another transaction's lock. The server's usual 50 would hold up shoppers behind us.
	 * @throws TransactionLost
	 */
	public function begin( int $lock_wait ): void {
		$this->database->read_where_it_writes();
		$this->database->enter( $this );
		try {
			$this->wait_for_locks( $lock_wait );
			$this->database->run( 'START TRANSACTION' );
			$token = bin2hex( random_bytes( 16 ) );
			$this->database->run( "INSERT INTO {$this->table()} (token, begun_at) VALUES (%s, %d)", array( $token, time() ) );
			$this->token = $token;
			// If the connection was lost after "START TRANSACTION", the INSERT was committed by itself. Renewing the savepoint shows that.
			$this->database->run( 'SAVEPOINT ' . self::SAVEPOINT );
			$this->renew_savepoint();
		} catch ( \Throwable $cause ) {
			$this->rollback();
			throw $cause;
		}
	}

	/** Whether everything since begin() can still be committed. */
	public function is_alive(): bool {
		try {
			return $this->database->quietly(
				function (): bool {
					$this->renew_savepoint();
					return $this->is_seen();
				}
			);
		} catch ( TransactionLost ) {
			return false;
		}
	}

	/** @throws TransactionLost */
	public function assert_alive(): void {
		if ( ! $this->is_alive() ) {
			throw TransactionLost::by_connection( 'it is no longer there' );
		}
	}

	/** @throws TransactionLost */
	public function commit(): void {
		$this->assert_alive();
		$this->send_commit();
		try {
			$is_stored = $this->is_seen();
		} catch ( TransactionLost ) {
			throw TransactionLost::at_commit();
		}
		if ( ! $is_stored ) {
			throw TransactionLost::by_connection( 'before the COMMIT' );
		}
		$this->end();
	}

	/** The answer to COMMIT proves nothing. On a new connection it succeeds with nothing to commit; if the answer is lost, it may still have been carried out. */
	private function send_commit(): void {
		try {
			$this->database->run( 'COMMIT' );
		} catch ( TransactionLost ) {
			return;
		}
	}

	/** Never throws: if the connection is gone, the server has rolled back by itself. */
	public function rollback(): void {
		try {
			$this->database->quietly( fn (): int => $this->database->run( 'ROLLBACK' ) );
		} catch ( TransactionLost ) {
			$this->token = '';
		}
		$this->end();
	}

	/** @see Database::and_in_transaction() */
	public function and_while_it_lives(): string {
		return '' === $this->token ? '' : " AND EXISTS ( SELECT 1 FROM {$this->table()} WHERE token = '{$this->token}' )";
	}

	private function is_seen(): bool {
		return '' !== $this->token && null !== $this->database->value( "SELECT token FROM {$this->table()} WHERE token = %s", array( $this->token ) );
	}

	/** @throws TransactionLost Where it is gone. */
	private function renew_savepoint(): void {
		$this->database->quietly( fn (): int => $this->database->run( 'RELEASE SAVEPOINT ' . self::SAVEPOINT ) );
		$this->database->run( 'SAVEPOINT ' . self::SAVEPOINT );
	}

	private function end(): void {
		$token       = $this->token;
		$this->token = '';
		$this->database->enter( null );
		try {
			$this->wait_for_locks( $this->facts->lock_wait ?? 0 );
			$this->database->run( "DELETE FROM {$this->table()} WHERE token = %s", array( $token ) );
		} catch ( DatabaseError ) {
			// Errors do not matter: a new connection has the server's own setting, and prune() deletes old rows.
			return;
		}
	}

	/**
	 * Deletes rows of processes that died right after their COMMIT.
	 *
	 * @param int $before Unix seconds.
	 * @return int Rows deleted; call again until it says 0.
	 * @throws DatabaseError
	 */
	public static function prune( Database $database, int $before, int $limit ): int {
		$table = $database->table( 'transactions' );
		// The rows are found first and deleted by key, because a DELETE that scans the table would wait for open transactions.
		$tokens = array_map( 'strval', $database->column( "SELECT token FROM $table WHERE begun_at < %d LIMIT %d", array( $before, $limit ) ) );
		return array() === $tokens ? 0 : $database->run( "DELETE FROM $table WHERE token IN ( {$database->quoted( $tokens )} )" );
	}

	private function table(): string {
		return $this->database->table( 'transactions' );
	}

	private function wait_for_locks( int $seconds ): void {
		if ( $this->facts->has_row_locks() ) {
			$this->database->run( 'SET SESSION innodb_lock_wait_timeout = ' . $seconds );
		}
	}
}
