<?php
/**
 * Brings stock status, lookup row and visibility of a product in line with its number.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

final class StockStatusRepair {

	public function repair( int $product_id ): void {
		$product = wc_get_product( $product_id );
		if ( $product instanceof \WC_Product ) {
			wc_update_product_stock( $product, 0, 'increase', true );
			$product->save();
		}
	}
}
