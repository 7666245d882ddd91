<?php
/**
 * The transaction around one page of products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

/**
 * WordPress reports a lost transaction (deadlock, connection lost and silently made anew, a statement
 * that commits by itself) as nothing more than one failed query, which WooCommerce does not look at,
 * and everything after it would be stored piece by piece. A savepoint tells: it is gone when the
 * transaction is.
 */
final class PageTransaction {

	private const SAVEPOINT = 'keycrm_stock_page';

	/** Seconds to wait for somebody else's lock; the server's usual 50 would hold up shoppers behind us. */
	private const LOCK_WAIT = 5;

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly DatabaseFacts $facts,
	) {}

	public function begin(): void {
		// HyperDB and LudicrousDB send each SELECT, also a locking one, to a replica unless told.
		if ( is_callable( array( $this->wpdb, 'send_reads_to_masters' ) ) ) {
			$this->wpdb->send_reads_to_masters();
		}
		$this->wait_for_locks( self::LOCK_WAIT );
		$this->wpdb->query( 'START TRANSACTION' );
		$this->wpdb->query( 'SAVEPOINT ' . self::SAVEPOINT );
	}

	public function is_alive(): bool {
		return $this->release() && false !== $this->wpdb->query( 'SAVEPOINT ' . self::SAVEPOINT );
	}

	/** @throws PageLost */
	public function commit(): void {
		if ( ! $this->release() || false === $this->wpdb->query( 'COMMIT' ) ) {
			throw PageLost::somewhere();
		}
		$this->wait_for_locks( $this->facts->lock_wait );
	}

	public function rollback(): void {
		$this->wpdb->query( 'ROLLBACK' );
		$this->wait_for_locks( $this->facts->lock_wait );
	}

	private function release(): bool {
		$shown    = $this->wpdb->suppress_errors( true );
		$released = false !== $this->wpdb->query( 'RELEASE SAVEPOINT ' . self::SAVEPOINT );
		$this->wpdb->suppress_errors( $shown );
		return $released;
	}

	private function wait_for_locks( ?int $seconds ): void {
		if ( null !== $this->facts->lock_wait && null !== $seconds ) {
			$this->wpdb->query( 'SET SESSION innodb_lock_wait_timeout = ' . $seconds );
		}
	}
}
