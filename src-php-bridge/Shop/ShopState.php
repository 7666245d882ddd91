<?php
/**
 * What the shop as a whole says about stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

final class ShopState {

	/** Off means that WooCommerce ignores every number of stock. */
	public function manages_stock(): bool {
		return 'yes' === get_option( 'woocommerce_manage_stock' );
	}
}
