<?php
/**
 * Makes WooCommerce write a stock quantity into the row that we have locked.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;

/**
 * WooCommerce finds the row by product and key, and may so need locks that a waiting sale holds (see StockRows).
 * The row is locked already, so WooCommerce's own filter adds its meta_id to the statement. It also adds a
 * condition on the transaction: if the server has rolled back, or wpdb has connected anew, nothing is changed.
 *
 * Before that, WooCommerce adds a row if a query finds none. A query that fails finds none either, and would leave
 * a second row for good. We know from the lock that a row exists, so we answer WordPress's filter accordingly.
 */
final class StockUpdateByRow {

	/** WooCommerce's filter on the statement that changes a stock quantity. */
	private const FILTER = 'woocommerce_update_product_stock_query';

	/** The end of WooCommerce's own statement. A statement that another plugin has put in its place is not changed. */
	private const ENDING = "meta_key='_stock'";

	/** @param array<int, StockRow> $rows The locked rows, by product id. */
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
	 * Filters `add_post_metadata`. WordPress answers false if a unique row exists already, and so do we.
	 *
	 * @param mixed $answer Null, or what another plugin has decided.
	 * @param mixed $value  Not used.
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
