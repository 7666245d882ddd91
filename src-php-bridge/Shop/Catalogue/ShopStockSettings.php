<?php
/**
 * WooCommerce's settings about stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Catalogue;

defined( 'ABSPATH' ) || exit;

final class ShopStockSettings {

	/** If false, WooCommerce ignores all stock quantities. */
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
