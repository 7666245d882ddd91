<?php
/**
 * Writes the number of one product through WooCommerce, inside the transaction.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

/** Nothing but the number: what a save does besides waits until the locks are gone (ProductNews). */
final class NumberWrite {

	public function __construct(
		private readonly PageTransaction $transaction,
		private readonly StockRows $rows,
		private readonly HeldStatements $statements,
	) {}

	/**
	 * The product as WooCommerce has it. Its type has been read under the lock; wc_get_product() would look
	 * for it again.
	 *
	 * @throws ProductRefused
	 * @throws PageLost
	 */
	public function build( StockChange $change ): \WC_Product {
		return $this->attempted(
			$change,
			static function () use ( $change ): \WC_Product {
				$id    = $change->product->id;
				$built = has_filter( 'woocommerce_product_type_query' ) ? wc_get_product( $id ) : wc_get_product_object( $change->product->type, $id );
				return $built instanceof \WC_Product ? $built : throw new \RuntimeException( 'WooCommerce cannot read the product.' );
			}
		);
	}

	/**
	 * @param \WC_Product $product As build() gave it.
	 * @return WrittenProduct|null Null where WooCommerce, or a filter on it, says that the product keeps no number.
	 * @throws ProductRefused
	 * @throws PageLost
	 */
	public function write( StockChange $change, \WC_Product $product ): ?WrittenProduct {
		$errors  = $this->database_errors();
		$written = $this->attempted( $change, fn (): ?WrittenProduct => $this->by_woocommerce( $change, $product ) );
		if ( null !== $written && $this->database_errors() !== $errors ) {
			$this->statements->send();
			$this->assert_stored( $written );
		}
		return $written;
	}

	private function by_woocommerce( StockChange $change, \WC_Product $product ): ?WrittenProduct {
		$id = $change->product->id;
		if ( ! $product->managing_stock() || $product->get_stock_managed_by_id() !== $id ) {
			return null;
		}
		// Kept by a persistent cache after a crash, this would make WooCommerce believe its lookup table is up to date.
		wp_cache_delete( 'lookup_table', 'object_' . $id );
		// @phpstan-ignore argument.type (WooCommerce takes fractions too, where the shop sells them.)
		wc_update_product_stock( $product, $change->distance(), $change->direction(), true );
		return new WrittenProduct( $change, $product );
	}

	/**
	 * @template T
	 * @param \Closure(): T $work
	 * @return T
	 * @throws ProductRefused
	 * @throws PageLost
	 */
	private function attempted( StockChange $change, \Closure $work ) {
		$id = $change->product->id;
		try {
			return $work();
		} catch ( \Throwable $cause ) {
			$this->statements->send();
			throw $this->transaction->is_alive() ? new ProductRefused( $id, $cause ) : PageLost::at( $id, $cause->getMessage() );
		}
	}

	/**
	 * A statement failed. If it was somebody else's (a log table that is missing), that is not our affair.
	 *
	 * @throws PageLost
	 */
	private function assert_stored( WrittenProduct $written ): void {
		if ( ! $this->transaction->is_alive() || ! $this->rows->is_stored( $written->id(), $written->amount() ) ) {
			throw PageLost::by_statement( $written->id() );
		}
	}

	/** How many statements have failed since the request began; anybody's. */
	private function database_errors(): int {
		global $EZSQL_ERROR; // The one place where WordPress keeps them past the next query.
		return is_array( $EZSQL_ERROR ) ? count( $EZSQL_ERROR ) : 0;
	}
}
