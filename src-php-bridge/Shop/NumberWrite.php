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
	 * @throws \Exception Where WooCommerce cannot read the product.
	 */
	public function write( StockChange $change ): ?WrittenProduct {
		$id      = $change->product->id;
		$product = $this->load( $change->product );
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
	 * The product's type has been read under the lock; wc_get_product() would look for it again.
	 *
	 * @throws \Exception
	 */
	private function load( ShopProduct $product ): \WC_Product {
		$loaded = has_filter( 'woocommerce_product_type_query' ) ? wc_get_product( $product->id ) : wc_get_product_object( $product->type, $product->id );
		if ( ! $loaded instanceof \WC_Product ) {
			throw new \RuntimeException( 'WooCommerce cannot read the product.' );
		}
		return $loaded;
	}
}
