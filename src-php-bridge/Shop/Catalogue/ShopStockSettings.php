<?php
/**
 * What the shop as a whole says about stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Catalogue;

defined( 'ABSPATH' ) || exit;

final class ShopStockSettings {

	/** Off means that WooCommerce ignores every number of stock. */
	public function manages_stock(): bool {
		return 'yes' === get_option( 'woocommerce_manage_stock' );
	}

	/** @return list<array{status: string, name: string}> In WooCommerce's order, without `wc-`. */
	public function order_statuses(): array {
		$statuses = array();
		foreach ( wc_get_order_statuses() as $status => $name ) {
			$statuses[] = array(
				'status' => str_starts_with( (string) $status, 'wc-' ) ? substr( (string) $status, 3 ) : (string) $status,
				'name'   => (string) $name,
			);
		}
		return $statuses;
	}
}
