<?php
/**
 * Reads the numbers of products, and locks them so that nobody else can change them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

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
 * Afterwards no statement of ours needs another record of this table: UnderLock names the row to
 * WooCommerce's, and saves wait for the commit.
 *
 * What is read after lock() is as new as the lock, because locking reads fix no snapshot.
 */
final class StockRows {

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly DatabaseFacts $facts,
	) {}

	/**
	 * @param list<int> $ids
	 * @return array<int, StockRow> One for each id, also where nothing is stored; in the order in which to lock them.
	 */
	public function look( array $ids ): array {
		$rows = $this->rows( $ids, '', '' );
		uasort( $rows, static fn ( StockRow $one, StockRow $other ): int => ( $one->meta_ids()[0] ?? PHP_INT_MAX ) <=> ( $other->meta_ids()[0] ?? PHP_INT_MAX ) );
		return $rows;
	}

	/**
	 * @param list<int> $ids As look() has ordered them.
	 * @return array<int, StockRow>
	 */
	public function lock( array $ids ): array {
		$ascending = $ids;
		sort( $ascending );
		if ( ! $this->facts->has_post_index ) {
			return $this->lock_each( $ids, '' );
		}
		return $ids === $ascending
			? $this->rows( $ids, 'FORCE INDEX ( post_id )', 'FOR UPDATE' )
			: $this->lock_each( $ids, 'FORCE INDEX ( post_id )' );
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
		$in = implode( ', ', $ids );
		/** @var list<array{string, string, string|null}> $found */
		$found  = $this->wpdb->get_results( "SELECT post_id, meta_id, meta_value FROM {$this->wpdb->postmeta} {$hint} WHERE post_id IN ( {$in} ) AND meta_key = '_stock' ORDER BY post_id, meta_id {$lock}", 'ARRAY_N' ) ?? array();
		$values = array_fill_keys( $ids, array() );
		foreach ( $found as [ $id, $meta_id, $value ] ) {
			$values[ (int) $id ][ (int) $meta_id ] = $value;
		}
		return array_map( static fn ( array $of_one ): StockRow => new StockRow( $of_one ), $values );
	}

	/** Whether the number is in both places where WooCommerce keeps it, as this transaction sees them. */
	public function is_stored( int $id, float $amount ): bool {
		$meta  = $this->rows( array( $id ), '', '' )[ $id ]->amount;
		$found = StockAmount::from_meta( $this->wpdb->get_var( "SELECT stock_quantity FROM {$this->wpdb->prefix}wc_product_meta_lookup WHERE product_id = {$id}" ) );
		return null !== $meta && null !== $found && StockAmount::equal( $meta, $amount ) && StockAmount::equal( $found, $amount );
	}
}
