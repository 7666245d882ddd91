<?php
/**
 * The rows that hold the stock quantities, with their locks.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\ServerFacts;
use KeyCrmStock\Database\TransactionLost;

/**
 * A sale changes a number with one statement of its own, `UPDATE postmeta … WHERE post_id = … AND
 * meta_key = '_stock'`. Should it and we lock each other out, the server refuses the smaller of the two,
 * which is the sale, and WooCommerce does not notice: the piece is sold twice. So we may never wait for
 * anything that a sale holds while it waits for us, whichever index the server has chosen for it:
 *
 * - through post_id it takes the records of all meta of the product, in order. We take the same records
 *   in the same order; it waits at its first one and holds nothing.
 * - through meta_key (small shops) it takes the numbers of all products in the order of their meta_id.
 *   So we go through the products in that order; it waits at one of ours and holds only earlier ones.
 *
 * Afterwards no statement of ours needs another record of this table: StockUpdateByRow names the row to
 * WooCommerce's, and saves wait for the commit.
 *
 * What is read after lock() is as new as the lock, because locking reads fix no snapshot.
 */
final class StockRows {

	public function __construct(
		private readonly Database $database,
		private readonly ServerFacts $facts,
	) {}

	/**
	 * @param list<int> $ids
	 * @return list<int> The same, in the order in which to lock them.
	 * @throws DatabaseError
	 */
	public function in_lock_order( array $ids ): array {
		$rows = $this->rows( $ids, '', '' );
		uasort( $rows, static fn ( StockRow $one, StockRow $other ): int => ( $one->meta_ids()[0] ?? PHP_INT_MAX ) <=> ( $other->meta_ids()[0] ?? PHP_INT_MAX ) );
		return array_keys( $rows );
	}

	/**
	 * @param list<int> $ids As in_lock_order() gives them.
	 * @return array<int, StockRow> One for each id, also where nothing is stored.
	 * @throws TransactionLost
	 */
	public function lock( array $ids ): array {
		$ascending = $ids;
		sort( $ascending );
		$rows = match ( true ) {
			! $this->facts->has_post_index => $this->lock_each( $ids, '' ),
			$ids === $ascending => $this->rows( $ids, 'FORCE INDEX ( post_id )', 'FOR UPDATE' ),
			default => $this->lock_each( $ids, 'FORCE INDEX ( post_id )' ),
		};
		// A sale writes its lookup row in a statement of its own, after its number. Here it waits and holds nothing;
		// changed after our snapshot, the row would cost us the transaction (1020).
		$this->database->ids( "SELECT product_id FROM {$this->database->names->prefix}wc_product_meta_lookup WHERE product_id IN ( " . Database::in( $ascending ) . ' ) ORDER BY product_id FOR UPDATE' );
		return $rows;
	}

	/**
	 * Keeps a second worker away from products that are about to get rows. Sales lock no posts.
	 *
	 * @param list<int> $ids
	 * @throws TransactionLost
	 */
	public function lock_products( array $ids ): void {
		$this->database->ids( "SELECT ID FROM {$this->database->names->posts} WHERE ID IN ( " . Database::in( $ids ) . ' ) ORDER BY ID FOR UPDATE' );
	}

	/**
	 * What WooCommerce's two tables hold, as this transaction sees it.
	 *
	 * @param list<int> $ids
	 * @return array<int, array{meta: list<float|null>, lookup: float|null}> By product id: every row of `_stock`, and the lookup table.
	 * @throws DatabaseError
	 */
	public function stored( array $ids ): array {
		$names  = $this->database->names;
		$stored = array();
		$rows   = $this->database->lists(
			"SELECT m.post_id, m.meta_value, l.stock_quantity FROM {$names->postmeta} m
			LEFT JOIN {$names->prefix}wc_product_meta_lookup l ON l.product_id = m.post_id
			WHERE m.post_id IN ( " . Database::in( $ids ) . " ) AND m.meta_key = '_stock'"
		);
		foreach ( $rows as [ $id, $meta, $lookup ] ) {
			$stored[ (int) $id ]['meta'][] = StockQuantity::from_meta( $meta );
			$stored[ (int) $id ]['lookup'] = StockQuantity::from_meta( $lookup );
		}
		return $stored;
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, StockRow>
	 */
	private function lock_each( array $ids, string $hint ): array {
		$rows = array();
		foreach ( $ids as $id ) {
			$rows += $this->rows( array( $id ), $hint, 'FOR UPDATE' );
		}
		return $rows;
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, StockRow>
	 */
	private function rows( array $ids, string $hint, string $lock ): array {
		if ( array() === $ids ) {
			return array();
		}
		$in     = Database::in( $ids );
		$found  = $this->database->lists( "SELECT post_id, meta_id, meta_value FROM {$this->database->names->postmeta} {$hint} WHERE post_id IN ( {$in} ) AND meta_key = '_stock' ORDER BY post_id, meta_id {$lock}" );
		$values = array_fill_keys( $ids, array() );
		foreach ( $found as [ $id, $meta_id, $value ] ) {
			$values[ (int) $id ][ (int) $meta_id ] = $value;
		}
		return array_map( static fn ( array $of_one ): StockRow => new StockRow( $of_one ), $values );
	}
}
