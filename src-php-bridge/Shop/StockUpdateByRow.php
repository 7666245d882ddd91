<?php
/**
 * Which row WooCommerce changes when it writes a stock quantity.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

use KeyCrmStock\Database\Database;

defined( 'ABSPATH' ) || exit;

/**
 * WooCommerce looks for the row by product and key, on a way through the table that may cross a waiting
 * sale's (see StockRows). The row is locked already, so its number is added to the statement, by WooCommerce's
 * own filter. So is the
 * transaction: should the server have rolled it back, or wpdb have connected anew, the statement changes nothing.
 */
final class StockUpdateByRow {

	/** WooCommerce's filter on the statement that changes a stock quantity. */
	private const FILTER = 'woocommerce_update_product_stock_query';

	/** How WooCommerce's own statement ends; one that another plugin has put in its place is left alone. */
	private const ENDING = "meta_key='_stock'";

	/** @param array<int, StockRow> $rows Those that are locked, by product id. */
	public function __construct(
		private readonly Database $database,
		private readonly array $rows,
	) {}

	public function start(): void {
		add_filter( self::FILTER, array( $this, 'name_row' ), PHP_INT_MAX, 2 );
	}

	public function stop(): void {
		remove_filter( self::FILTER, array( $this, 'name_row' ), PHP_INT_MAX );
	}

	public function name_row( string $statement, int $product_id ): string {
		$row = $this->rows[ $product_id ] ?? null;
		return null === $row || array() === $row->values || ! str_ends_with( $statement, self::ENDING )
			? $statement
			: $statement . ' AND meta_id IN ( ' . Database::in( $row->meta_ids() ) . ' )' . $this->database->and_in_transaction();
	}
}
