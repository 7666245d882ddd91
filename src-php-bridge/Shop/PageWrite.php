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

/**
 * Up to the commit either everything is in the database, the caller's own notes included, or nothing.
 * Only numbers are written under the locks; the rest follows after the commit.
 */
final class PageWrite {

	private readonly PageTransaction $transaction;
	private readonly StockRows $rows;
	private readonly NumberWrite $numbers;
	private readonly PageCaches $caches;
	private readonly HeldHooks $hooks;
	private readonly HeldStatements $statements;
	private readonly UntoldNews $untold;
	private ?UnderLock $under_lock = null;

	/** @var array<int, StockChange> */
	private array $changes = array();

	/** @var list<int> The products that change, and the parents of those that are variations. */
	private array $touched = array();

	/** @var list<WrittenProduct> */
	private array $written = array();

	/** @var array<int, WriteResult> */
	private array $results = array();

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly DatabaseFacts $facts,
		private readonly Catalogue $catalogue,
		private readonly WriteDecider $decider,
		private readonly Groundwork $groundwork,
	) {
		$this->transaction = new PageTransaction( $wpdb, $facts );
		$this->rows        = new StockRows( $wpdb, $facts );
		$this->statements  = new HeldStatements( $wpdb, $facts );
		$this->numbers     = new NumberWrite( $this->transaction, $this->rows, $this->statements );
		$this->caches      = new PageCaches( $wpdb );
		$this->hooks       = new HeldHooks();
		$this->untold      = new UntoldNews( $wpdb );
	}

	/**
	 * @param list<int>          $ids     In the order in which to lock them.
	 * @param array<int, string> $refused Messages, by ids of products that are not tried again.
	 * @return array<int, WriteResult>
	 * @throws ProductRefused
	 * @throws PageLost
	 */
	public function run( WriteOrder $order, array $ids, array $refused ): array {
		$this->transaction->begin();
		// After a fatal error (time, memory) others write at shutdown: not into our transaction, or it is lost with it.
		add_action( 'shutdown', array( $this, 'abandon' ), PHP_INT_MIN );
		try {
			$this->decide( $order, $this->rows->lock( $ids ), $refused );
			$this->write();
			ksort( $this->results );
			( $order->before_commit )( $this->results );
			$this->transaction->commit();
		} catch ( \Throwable $cause ) {
			$this->abandon();
			throw $cause;
		}
		$this->restore();
		$this->finish();
		return $this->results;
	}

	private function restore(): void {
		$this->statements->let_go();
		$this->under_lock?->stop();
		$this->hooks->let_go();
		remove_action( 'shutdown', array( $this, 'abandon' ), PHP_INT_MIN );
	}

	public function abandon(): void {
		$this->restore();
		$this->transaction->rollback();
		$this->caches->undo( $this->touched );
	}

	/**
	 * @param array<int, StockRow> $rows
	 * @param array<int, string>   $refused
	 * @throws PageLost
	 */
	private function decide( WriteOrder $order, array $rows, array $refused ): void {
		$products = array();
		foreach ( $this->catalogue->by_ids( $order->product_ids ) as $product ) {
			$products[ $product->id ] = $product;
		}
		$present = array_map( static fn ( StockRow $row ): ?float => $row->amount, array_intersect_key( $rows, $products ) );
		$targets = ( $order->targets )( array_keys( $present ), $present, $products );
		foreach ( $rows as $id => $row ) {
			$verdict = isset( $refused[ $id ] )
				? WriteResult::left( $id, $row->amount, Outcome::Failed, $refused[ $id ] )
				: $this->decider->decide( $id, $products[ $id ] ?? null, $row->amount, $targets[ $id ] ?? null );
			if ( $verdict instanceof WriteResult ) {
				$this->results[ $id ] = $this->groundwork->completed( $verdict );
			} elseif ( $row->is_plain ) {
				$this->changes[ $id ] = $verdict;
			} else {
				throw PageLost::at( $id, 'its number was damaged meanwhile.' );
			}
		}
		$this->under_lock = new UnderLock( $this->wpdb, array_intersect_key( $rows, $this->changes ), $this->facts );
	}

	private function write(): void {
		if ( array() === $this->changes ) {
			return;
		}
		$parents       = array_map( static fn ( StockChange $change ): int => $change->product->parent_id, array_values( $this->changes ) );
		$this->touched = array_values( array_unique( array( ...array_keys( $this->changes ), ...array_filter( $parents ) ) ) );
		$this->caches->touch( $this->touched );
		$this->caches->refresh( $this->touched );
		$this->hooks->hold();
		$this->under_lock?->start();
		$this->statements->hold();
		$products = $this->build();
		foreach ( $this->changes as $id => $change ) {
			$this->results[ $id ] = $this->groundwork->completed( $this->write_one( $change, $products[ $id ] ) );
		}
		$this->statements->send();
		$this->untold->note( array_keys( $this->changes ) );
	}

	/**
	 * All of them before the first is written: building, and writing with the server's part in it, each fill
	 * the processor's caches, and taking turns for every product costs a sixth of the time.
	 *
	 * @return array<int, \WC_Product> By product id.
	 * @throws ProductRefused
	 * @throws PageLost
	 */
	private function build(): array {
		$products = array();
		foreach ( $this->changes as $id => $change ) {
			$this->hooks->begin( $id );
			$products[ $id ] = $this->numbers->build( $change );
		}
		return $products;
	}

	/**
	 * @throws ProductRefused
	 * @throws PageLost
	 */
	private function write_one( StockChange $change, \WC_Product $product ): WriteResult {
		$id = $change->product->id;
		$this->hooks->begin( $id );
		$written = $this->numbers->write( $change, $product );
		if ( null === $written ) {
			return WriteResult::left( $id, $change->present, Outcome::NotManaged );
		}
		$this->written[] = $written;
		return new WriteResult( $id, $change->present, $written->amount(), Outcome::Updated );
	}

	private function finish(): void {
		if ( array() === $this->changes ) {
			return;
		}
		if ( array() !== $this->written ) {
			$problems = ( new PageNews( $this->wpdb, $this->caches ) )->tell( $this->written, $this->hooks );
			foreach ( $problems as $id => $problem ) {
				$this->results[ $id ] = $this->results[ $id ]->with_problem( $problem );
			}
		}
		$this->untold->forget();
	}
}
