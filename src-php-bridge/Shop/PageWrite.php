<?php
/**
 * One attempt at one page of products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Outcome;

/** Either everything of it is in the database, our own notes included, or nothing. */
final class PageWrite {

	private readonly PageTransaction $transaction;
	private readonly PageCaches $caches;
	private readonly HeldHooks $hooks;
	private readonly ProductWrite $writer;

	/** @var array<int, StockChange> */
	private array $changes = array();

	/** @var list<WrittenProduct> */
	private array $written = array();

	/** @var array<int, WriteResult> */
	private array $results = array();

	/** @var mixed WooCommerce's queue of parents as it was before. */
	private $parents_before;

	private ?FrozenMeta $frozen = null;

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly DatabaseFacts $facts,
		private readonly Catalogue $catalogue,
		private readonly WriteDecider $decider,
		private readonly WriteOrder $order,
	) {
		$this->transaction = new PageTransaction( $wpdb, $facts );
		$this->caches      = new PageCaches( $wpdb );
		$this->hooks       = new HeldHooks();
		$this->writer      = new ProductWrite();
	}

	/**
	 * @param array<int, string> $refused Messages, by ids of products that are not tried again.
	 * @return array<int, WriteResult>
	 * @throws ProductRefused
	 * @throws PageLost
	 */
	public function run( array $refused ): array {
		$this->begin();
		try {
			$this->decide( $refused );
			$this->write();
			ksort( $this->results );
			( $this->order->before_commit )( $this->results );
			$this->transaction->commit();
		} catch ( \Throwable $cause ) {
			$this->abandon();
			throw $cause;
		}
		$this->end();
		foreach ( ( new PageNews( $this->wpdb, $this->caches, $this->hooks ) )->tell( $this->written ) as $id => $problem ) {
			$this->results[ $id ] = $this->results[ $id ]->with_problem( $problem );
		}
		return $this->results;
	}

	private function begin(): void {
		global $wc_deferred_product_sync;
		$this->parents_before = $wc_deferred_product_sync;
		$this->transaction->begin();
		add_filter( 'add_post_metadata', array( $this->writer, 'row_is_there' ), 10, 3 );
		// After a fatal error (time, memory) others write at shutdown: not into our transaction, or it is lost with it.
		add_action( 'shutdown', array( $this, 'abandon' ), PHP_INT_MIN );
	}

	private function end(): void {
		$this->frozen?->stop();
		$this->hooks->let_go();
		remove_filter( 'add_post_metadata', array( $this->writer, 'row_is_there' ) );
		remove_action( 'shutdown', array( $this, 'abandon' ), PHP_INT_MIN );
	}

	public function abandon(): void {
		global $wc_deferred_product_sync;
		$this->end();
		$this->transaction->rollback();
		$wc_deferred_product_sync = $this->parents_before;
		$this->caches->undo( $this->touched() );
	}

	/** @param array<int, string> $refused */
	private function decide( array $refused ): void {
		$rows     = ( new StockRows( $this->wpdb, $this->facts ) )->lock( $this->order->product_ids );
		$products = array();
		foreach ( $this->catalogue->by_ids( $this->order->product_ids ) as $product ) {
			$products[ $product->id ] = $product;
		}
		$present = array_map( static fn ( StockRow $row ): ?float => $row->amount, array_intersect_key( $rows, $products ) );
		$targets = ( $this->order->targets )( array_keys( $present ), $present );
		foreach ( $rows as $id => $row ) {
			$verdict = isset( $refused[ $id ] )
				? WriteResult::left( $id, $row->amount, Outcome::Failed, $refused[ $id ] )
				: $this->decider->decide( $id, $products[ $id ] ?? null, $row, $targets[ $id ] ?? null );
			if ( $verdict instanceof StockChange ) {
				$this->changes[ $id ] = $verdict;
			} else {
				$this->results[ $id ] = $verdict;
			}
		}
	}

	private function write(): void {
		if ( array() === $this->changes ) {
			return;
		}
		$this->caches->touch( $this->touched() );
		$this->caches->refresh( $this->touched() );
		$this->hooks->hold();
		if ( $this->facts->freezes_meta ) {
			$this->frozen = new FrozenMeta( $this->changes );
			$this->frozen->start();
		}
		foreach ( $this->changes as $id => $change ) {
			$this->results[ $id ] = $this->write_one( $change );
		}
	}

	/** @return list<int> The products that change, and the parents of those that are variations. */
	private function touched(): array {
		$parents = array_map( static fn ( StockChange $change ): int => $change->product->parent_id, array_values( $this->changes ) );
		return array_values( array_unique( array( ...array_keys( $this->changes ), ...array_filter( $parents ) ) ) );
	}

	/**
	 * @throws ProductRefused
	 * @throws PageLost
	 */
	private function write_one( StockChange $change ): WriteResult {
		$id     = $change->product->id;
		$errors = $this->database_errors();
		$this->hooks->begin( $id );
		try {
			$written = $this->writer->write( $change );
		} catch ( \Throwable $cause ) {
			throw $this->transaction->is_alive() ? new ProductRefused( $id, $cause ) : PageLost::at( $id, $cause->getMessage() );
		}
		if ( null === $written ) {
			return WriteResult::left( $id, $change->row->amount, Outcome::NotManaged );
		}
		if ( count( $errors ) !== count( $this->database_errors() ) ) {
			$this->assert_stored( $written );
		}
		$this->written[] = $written;
		return new WriteResult( $id, $change->switches_on() ? null : $change->row->amount, $written->amount(), Outcome::Updated );
	}

	/**
	 * A statement failed. If it was somebody else's (a log table that is missing), that is not our affair.
	 *
	 * @throws PageLost
	 */
	private function assert_stored( WrittenProduct $written ): void {
		if ( ! $this->transaction->is_alive() || ! ( new StockRows( $this->wpdb, $this->facts ) )->is_stored( $written->id(), $written->amount() ) ) {
			$errors = $this->database_errors();
			throw PageLost::at( $written->id(), (string) end( $errors ) );
		}
	}

	/** @return list<string> Since the request began. */
	private function database_errors(): array {
		global $EZSQL_ERROR; // The one place where WordPress keeps them past the next query.
		return is_array( $EZSQL_ERROR ) ? array_map( 'strval', array_column( $EZSQL_ERROR, 'error_str' ) ) : array();
	}
}
