<?php
/**
 * What WooCommerce says when a stock quantity has changed.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Catalogue;

defined( 'ABSPATH' ) || exit;

final class ChangedStock {

	/**
	 * @param mixed $product As the actions `woocommerce_product_set_stock` and `woocommerce_variation_set_stock` give it.
	 * @return string The SKU of the product that keeps the quantity; '' for none. A variation shows its parent's if it has none itself.
	 */
	public static function sku( mixed $product ): string {
		return $product instanceof \WC_Product ? $product->get_sku( 'edit' ) : '';
	}
}
