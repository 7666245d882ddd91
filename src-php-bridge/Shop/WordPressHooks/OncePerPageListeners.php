<?php
/**
 * WooCommerce's own listeners whose work is the same for every product.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\WordPressHooks;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Stock\WriteResult;
use KeyCrmStock\Value\Change\Outcome;

/**
 * Each deletes the same few transients for every product, which is more than half of all queries when only a
 * number changes. They are taken off while a page is written, and called once at its end. Versions of
 * WooCommerce with other listeners, or none, are only slower.
 *
 * WordPress counts a term's products again for each product whose status changes. That can wait for the
 * end of the page too.
 */
final class OncePerPageListeners {

	private const LISTENERS = array(
		array( 'woocommerce_update_product', 'WC_Brands', 'invalidate_wc_layered_nav_counts_cache' ),
		array( 'woocommerce_update_product', 'Automattic\WooCommerce\Admin\ReportsSync', 'clear_stock_count_cache' ),
		array( 'woocommerce_after_product_object_save', 'Automattic\WooCommerce\Internal\ProductFilters\CacheController', 'invalidate_filter_data_cache' ),
		array( 'woocommerce_delete_product_transients', 'Automattic\WooCommerce\Internal\ProductFilters\CacheController', 'invalidate_filter_data_cache' ),
	);

	/**
	 * @param callable(): array<int, WriteResult> $work
	 * @return array<int, WriteResult>
	 */
	public function around( callable $work ): array {
		$callbacks = new DetachedCallbacks();
		foreach ( self::LISTENERS as [ $hook, $class, $method ] ) {
			$callbacks->take( $hook, $class, $method );
		}
		$deferred = wp_defer_term_counting();
		wp_defer_term_counting( true );
		try {
			$results = $work();
			foreach ( $results as $id => $result ) {
				if ( Outcome::Updated === $result->outcome ) {
					$callbacks->call_once( $id );
					break;
				}
			}
			return $results;
		} finally {
			wp_defer_term_counting( $deferred );
			$callbacks->put_back();
		}
	}
}
