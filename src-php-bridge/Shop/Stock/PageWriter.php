<?php
/**
 * Writes one page of stock quantities in one transaction.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\ServerFacts;
use KeyCrmStock\Database\Transaction;
use KeyCrmStock\Database\TransactionLost;
use KeyCrmStock\Shop\AfterWrite\ProductCaches;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\StockManagement;
use KeyCrmStock\Shop\WordPressHooks\DeferredHooks;
use KeyCrmStock\Shop\WordPressHooks\SafeHooks;
use KeyCrmStock\Value\Change\Outcome;

/**
 * Either everything of a page is stored, the caller's own rows included, or nothing.
 * WooCommerce writes each number with its own statements; before the commit one SELECT compares what is stored
 * with what was meant, because WooCommerce does not look at the database's answers. Only numbers are written
 * under the locks; statuses, parents, caches and listeners follow after the commit (PageFollowUp).
 */
final class PageWriter {

	/** Seconds to wait for another transaction's lock. Shoppers wait behind us, and a step of the screen has 4 s. */
	private const LOCK_WAIT = 2;

	private readonly Transaction $transaction;
	private readonly StockRows $rows;
	private readonly ProductCaches $caches;
	private readonly DeferredHooks $hooks;
	private ?StockUpdateByRow $by_row = null;
	/** @var array<int, StockRow> As found under the lock. */
	private array $found = array();
	/** @var array<int, StockChange> */
	private array $changes = array();
	/** @var list<int> The products that change, and the parents of those that are variations. */
	private array $touched = array();
	/** @var list<WrittenProduct> */
	private array $written = array();
	/** @var array<int, WriteResult> */
	private array $results = array();

	/**
	 * @param array<int, string> $refused  Messages, by ids of products that are left out.
	 * @param array<int, true>   $accepted Products that are written although WooCommerce shows a number that differs from the database's.
	 * @param array<int, float|null> $before What an earlier try found, as attempted() gave it.
	 */
	public function __construct(
		private readonly Database $database,
		ServerFacts $facts,
		private readonly Catalogue $catalogue,
		private readonly WriteDecider $decider,
		private readonly array $refused,
		private readonly array $accepted,
		private readonly array $before,
	) {
		$this->transaction = new Transaction( $database, $facts );
		$this->rows        = new StockRows( $database, $facts );
		$this->caches      = new ProductCaches( $database );
		$this->hooks       = new DeferredHooks();
	}

	/**
	 * @throws ProductWriteFailed
	 * @throws TransactionLost
	 */
	public function run( WriteRequest $request ): WrittenPage {
		$ids = $this->rows->in_lock_order( $request->product_ids );
		$this->transaction->begin( self::LOCK_WAIT );
		// After a fatal error (time, memory) other plugins write at shutdown. Inside our transaction, their rows would be lost with it.
		add_action( 'shutdown', array( $this, 'abandon' ), PHP_INT_MIN );
		try {
			if ( $request->options->adds_rows ) {
				$this->rows->lock_products( $request->product_ids );
			}
			$this->decide( $request, $this->rows->lock( $ids ) );
			$this->write();
			$this->verify();
			ksort( $this->results );
			( $request->before_commit )( $this->results );
			$this->transaction->commit();
		} catch ( \Throwable $cause ) {
			$this->abandon();
			throw $cause;
		}
		$this->restore();
		return new WrittenPage( $this->results, $this->written, $this->hooks );
	}

	/**
	 * Some statements of a page do not check for the transaction's row: those of full saves, and those that another
	 * plugin commits. If some of them are stored although the transaction was lost, the next try finds a product done.
	 * It must then know that we did that, and not another program.
	 *
	 * @return array<int, float|null> The numbers that products had before, by product id.
	 */
	public function attempted(): array {
		return array_map( $this->number_before( ... ), $this->changes ) + $this->before;
	}

	private function number_before( StockChange $change ): ?float {
		$id = $change->product->id;
		if ( array_key_exists( $id, $this->before ) ) {
			return $this->before[ $id ];
		}
		return StockManagement::Off === $change->product->managed ? null : $this->found[ $id ]->amount;
	}

	public function abandon(): void {
		$this->restore();
		$this->transaction->rollback();
		$this->caches->undo( $this->touched );
	}

	private function restore(): void {
		$this->by_row?->stop();
		$this->hooks->restore();
		remove_action( 'shutdown', array( $this, 'abandon' ), PHP_INT_MIN );
	}

	/**
	 * @param array<int, StockRow> $rows
	 * @throws TransactionLost
	 */
	private function decide( WriteRequest $request, array $rows ): void {
		$this->found = $rows;
		$products    = array();
		foreach ( $this->catalogue->by_ids( $request->product_ids ) as $product ) {
			$products[ $product->id ] = $product;
		}
		$present = array_map( static fn ( StockRow $row ): ?float => $row->amount, array_intersect_key( $rows, $products ) );
		$targets = ( $request->targets )( array_keys( $present ), $present, $products );
		foreach ( $rows as $id => $row ) {
			$verdict = isset( $this->refused[ $id ] )
				? WriteResult::left( $id, $row->amount, Outcome::Failed, $this->refused[ $id ] )
				: $this->decider->decide( $id, $products[ $id ] ?? null, $row->amount, $targets[ $id ] ?? null );
			if ( $verdict instanceof WriteResult && Outcome::Unchanged === $verdict->outcome && array_key_exists( $id, $this->before ) ) {
				$verdict = new StockChange( $products[ $id ], (float) $verdict->after, (float) $verdict->after );
			}
			if ( $verdict instanceof WriteResult ) {
				$this->results[ $id ] = $verdict;
			} elseif ( ! $request->options->adds_rows && $this->lacks_rows( $verdict ) ) {
				$this->results[ $id ] = WriteResult::left( $id, null, Outcome::Failed, WriteResult::CHANGED );
			} else {
				$this->changes[ $id ] = $verdict;
			}
		}
		$this->by_row = new StockUpdateByRow( $this->database, ( new StockRowRepair( $this->rows, $this->transaction ) )->repair( $this->changes, $rows ) );
	}

	private function lacks_rows( StockChange $change ): bool {
		return StockManagement::Off === $change->product->managed || array() === $this->found[ $change->product->id ]->values;
	}

	/**
	 * @throws ProductWriteFailed
	 * @throws TransactionLost
	 */
	private function write(): void {
		if ( array() === $this->changes ) {
			return;
		}
		$parents       = array_map( static fn ( StockChange $change ): int => $change->product->parent_id, array_values( $this->changes ) );
		$this->touched = array_values( array_unique( array( ...array_keys( $this->changes ), ...array_filter( $parents ) ) ) );
		$this->caches->refresh( $this->touched );
		$this->hooks->hold();
		$this->by_row?->start();
		// All products are loaded before the first is written, because alternating costs a sixth of the time.
		$products = array_map( $this->build( ... ), $this->changes );
		foreach ( $this->changes as $id => $change ) {
			$this->results[ $id ] = $this->write_one( $change, $products[ $id ] );
		}
		if ( array() !== array_filter( $this->written, static fn ( WrittenProduct $one ): bool => $one->is_saved ) ) {
			// WooCommerce queues the parent of a saved variation for the end of the request.
			\WC_Post_Data::do_deferred_product_sync();
		}
	}

	/**
	 * The product as WooCommerce loads it. Its type was read under the lock; wc_get_product() would query it again.
	 *
	 * @throws ProductWriteFailed
	 * @throws TransactionLost
	 */
	private function build( StockChange $change ): \WC_Product {
		$id = $change->product->id;
		$this->hooks->begin( $id );
		$product = $this->tried(
			$id,
			static function () use ( $change, $id ): \WC_Product {
				$built = has_filter( 'woocommerce_product_type_query' ) ? wc_get_product( $id ) : wc_get_product_object( $change->product->type, $id );
				return $built instanceof \WC_Product ? $built : throw new \RuntimeException( 'WooCommerce cannot read the product.' );
			}
		);
		if ( StockManagement::Own === $change->product->managed && ! $this->shows( $product, $change->present ) && ! isset( $this->accepted[ $id ] ) ) {
			throw ProductWriteFailed::differs( $id );
		}
		return $product;
	}

	private function shows( \WC_Product $product, float $amount ): bool {
		$shown = $product->get_stock_quantity( 'edit' );
		return true === $product->get_manage_stock( 'edit' ) && null !== $shown && StockQuantity::equal( (float) $shown, $amount );
	}

	/**
	 * @throws ProductWriteFailed
	 * @throws TransactionLost
	 */
	private function write_one( StockChange $change, \WC_Product $product ): WriteResult {
		$id = $change->product->id;
		$this->hooks->begin( $id );
		$written = $this->tried( $id, fn (): ?WrittenProduct => $this->by_woocommerce( $change, $product ) );
		if ( null === $written ) {
			return WriteResult::left( $id, $change->present, Outcome::NotManaged );
		}
		$this->written[] = $written;
		return new WriteResult( $id, $this->number_before( $change ), $written->amount(), Outcome::Updated );
	}

	/** @return WrittenProduct|null Null if WooCommerce, or another plugin's filter, says that the product keeps no number. */
	private function by_woocommerce( StockChange $change, \WC_Product $product ): ?WrittenProduct {
		$id = $change->product->id;
		if ( StockManagement::Off === $change->product->managed ) {
			$this->transaction->assert_alive();
			$product->set_manage_stock( true );
			$product->set_stock_quantity( $change->target );
			$product->save();
			return new WrittenProduct( $change, $product, true );
		}
		if ( ! $product->managing_stock() || $product->get_stock_managed_by_id() !== $id ) {
			return null;
		}
		// If a persistent cache kept this after a crash, WooCommerce would believe that its lookup table is up to date.
		wp_cache_delete( 'lookup_table', 'object_' . $id );
		// @phpstan-ignore argument.type (WooCommerce takes fractions too, where the shop sells them.)
		wc_update_product_stock( $product, $change->distance(), $change->direction(), true );
		return new WrittenProduct( $change, $product );
	}

	/**
	 * @throws ProductWriteFailed
	 * @throws TransactionLost
	 */
	private function verify(): void {
		$stored = array() === $this->written ? array() : $this->rows->stored( array_map( static fn ( WrittenProduct $one ): int => $one->id(), $this->written ) );
		foreach ( $this->written as $one ) {
			$id      = $one->id();
			$meta    = $stored[ $id ]['meta'] ?? array( null );
			$strange = array_filter( $meta, static fn ( ?float $number ): bool => null === $number || ! StockQuantity::equal( $number, $one->amount() ) );
			$lookup  = $stored[ $id ]['lookup'] ?? null;
			$agrees  = null !== $lookup && StockQuantity::equal( $lookup, $one->amount() );
			if ( array() === $strange && ( $agrees || isset( $this->accepted[ $id ] ) ) ) {
				continue;
			}
			if ( ! $this->transaction->is_alive() ) {
				throw TransactionLost::by_connection( 'before the commit' );
			}
			throw array() === $strange ? ProductWriteFailed::differs( $id ) : ProductWriteFailed::not_stored( $id );
		}
	}

	/**
	 * @template T
	 * @param \Closure(): T $work
	 * @return T
	 * @throws ProductWriteFailed
	 * @throws TransactionLost
	 */
	private function tried( int $product_id, \Closure $work ) {
		try {
			return $work();
		} catch ( \Throwable $cause ) {
			throw match ( true ) {
				$cause instanceof TransactionLost => $cause,
				$this->transaction->is_alive() => ProductWriteFailed::by_exception( $product_id, $cause ),
				default => TransactionLost::by_connection( SafeHooks::message( $cause ) ),
			};
		}
	}
}
