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

	/**
	 * @return WrittenProduct|null Null where WooCommerce, or a filter on it, says that the product keeps no number.
	 * @throws \RuntimeException
	 */
	public function write( StockChange $change ): ?WrittenProduct {
		$id      = $change->product->id;
		$product = wc_get_product( $id );
		if ( ! $product instanceof \WC_Product ) {
			throw new \RuntimeException( 'WooCommerce cannot read the product.' );
		}
		if ( ! $product->managing_stock() || $product->get_stock_managed_by_id() !== $id ) {
			return null;
		}
		// Kept by a persistent cache after a crash, this would make WooCommerce believe its lookup table is up to date.
		wp_cache_delete( 'lookup_table', 'object_' . $id );
		// @phpstan-ignore argument.type (WooCommerce takes fractions too, where the shop sells them.)
		wc_update_product_stock( $product, $change->distance(), $change->direction(), true );
		return new WrittenProduct( $change, $product );
	}
}
