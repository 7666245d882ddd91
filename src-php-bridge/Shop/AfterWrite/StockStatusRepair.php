<?php
/**
 * Brings stock status, lookup row and visibility of a product in line with its number.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\AfterWrite;

defined( 'ABSPATH' ) || exit;

/**
 * Uses WooCommerce's public functions only, and reads past its caches. A process that died in the middle of a save
 * leaves half of it stored, and WooCommerce then believes that all is done. A repair may be repeated at any time,
 * and may itself die at any instruction. StockStatusCheck finds the products that need it.
 */
final class StockStatusRepair {

	private const TAXONOMY = 'product_visibility';
	private const TERM     = 'outofstock';

	public function __construct( private readonly ProductCaches $caches ) {}

	/** The stock quantity stays as it is. */
	public function repair( int $product_id ): void {
		$this->caches->forget( array( $product_id ) );
		$product = wc_get_product( $product_id );
		if ( ! $product instanceof \WC_Product ) {
			return;
		}
		// Derives the status from number, threshold and backorders, and tells other plugins.
		$product->save();
		$this->hide_or_show( $product );
		// WooCommerce does not write a lookup row that its cache says it has written.
		wp_cache_delete( 'lookup_table', 'object_' . $product_id );
		// A change by nothing, after which WooCommerce writes the lookup row from the product's meta.
		if ( $product->managing_stock() && $product->get_stock_managed_by_id() === $product_id ) {
			// Fires the hooks for a changed quantity too.
			wc_update_product_stock( $product, 0, 'increase', true );
		} else {
			/** @var \WC_Product_Data_Store_CPT $store */
			$store = \WC_Data_Store::load( 'product' );
			$store->update_product_sales( $product_id, 0, 'increase' );
		}
		$this->caches->forget( array( $product_id ) );
	}

	private function hide_or_show( \WC_Product $product ): void {
		if ( 'outofstock' === $product->get_stock_status( 'edit' ) ) {
			wp_set_object_terms( $product->get_id(), self::TERM, self::TAXONOMY, true );
		} else {
			wp_remove_object_terms( $product->get_id(), self::TERM, self::TAXONOMY );
		}
	}
}
