<?php
/**
 * Which row WooCommerce changes when it writes a stock quantity.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;

/**
 * WooCommerce looks for the row by product and key, on a way through the table that may cross a waiting
 * sale's (see StockRows). The row is locked already, so its number is added to the statement, by WooCommerce's
 * own filter. So is the transaction: should the server have rolled it back, or wpdb have connected anew, the
 * statement changes nothing.
 *
 * Before, WooCommerce adds a row if a query finds none. A query that fails finds none either, and the row would be
 * a second one for good. That there is one is known from the lock, so WordPress's own filter says so.
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
		add_filter( 'add_post_metadata', array( $this, 'refuse_second_row' ), PHP_INT_MAX, 5 );
	}

	public function stop(): void {
		remove_filter( self::FILTER, array( $this, 'name_row' ), PHP_INT_MAX );
		remove_filter( 'add_post_metadata', array( $this, 'refuse_second_row' ), PHP_INT_MAX );
	}

	/**
	 * Filters `add_post_metadata`: false is what WordPress answers where a row that must be the only one is there.
	 *
	 * @param mixed $answer Null, or what another plugin has decided.
	 * @param mixed $value  Not looked at.
	 */
	public function refuse_second_row( mixed $answer, int $product_id, string $key, mixed $value, bool $unique ): mixed {
		return null === $answer && $unique && '_stock' === $key && array() !== ( $this->rows[ $product_id ]->values ?? array() ) ? false : $answer;
	}

	public function name_row( string $statement, int $product_id ): string {
		$row = $this->rows[ $product_id ] ?? null;
		return null === $row || array() === $row->values || ! str_ends_with( $statement, self::ENDING )
			? $statement
			: $statement . ' AND meta_id IN ( ' . Database::in( $row->meta_ids() ) . ' )' . $this->database->and_in_transaction();
	}
}
