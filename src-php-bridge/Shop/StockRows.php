<?php
/**
 * Reads the numbers of products so that nobody else can change them until the transaction ends.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

/**
 * The lock is taken on the very records, and in the very order, in which WooCommerce's own statement
 * for a sale (`UPDATE postmeta … WHERE post_id = … AND meta_key = '_stock'`) takes them: through the
 * index on post_id, product by product. A sale then waits at its first record while it holds nothing,
 * so the two cannot lock each other out. Locking by meta_id would take fewer records, but in another
 * order; the server would break that deadlock by refusing the smaller statement, which is the sale,
 * and WooCommerce does not notice when it is refused. Left alone, the server goes through the index on
 * meta_key for a page of products, and locks every number of the shop.
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
	 * @return array<int, StockRow> One for each id, also where nothing is stored.
	 */
	public function lock( array $ids ): array {
		if ( array() === $ids ) {
			return array();
		}
		sort( $ids );
		$values = array_fill_keys( $ids, array() );
		foreach ( $this->facts->has_post_index ? array( $ids ) : array_map( static fn ( int $id ): array => array( $id ), $ids ) as $together ) {
			foreach ( $this->locked( $together ) as [ $id, $value ] ) {
				$values[ (int) $id ][] = $value;
			}
		}
		return array_map( fn ( array $found ): StockRow => $this->row( $found ), $values );
	}

	/**
	 * @param list<int> $ids
	 * @return list<array{string, string|null}>
	 */
	private function locked( array $ids ): array {
		$in   = implode( ', ', $ids );
		$hint = $this->facts->has_post_index ? 'FORCE INDEX ( post_id )' : '';
		/** @var list<array{string, string|null}>|null $rows */
		$rows = $this->wpdb->get_results( "SELECT post_id, meta_value FROM {$this->wpdb->postmeta} {$hint} WHERE post_id IN ( {$in} ) AND meta_key = '_stock' ORDER BY post_id, meta_id FOR UPDATE", 'ARRAY_N' );
		return $rows ?? array();
	}

	/** @param list<string|null> $values A second row for one product is a known kind of damage; WordPress reads the first. */
	private function row( array $values ): StockRow {
		$amount = StockAmount::from_meta( $values[0] ?? null );
		return new StockRow( $amount, 1 === count( $values ) && null !== $amount );
	}

	/** Whether the number is in both places where WooCommerce keeps it, as this transaction sees them. */
	public function is_stored( int $id, float $amount ): bool {
		$meta  = StockAmount::from_meta( $this->wpdb->get_var( "SELECT meta_value FROM {$this->wpdb->postmeta} WHERE post_id = {$id} AND meta_key = '_stock' ORDER BY meta_id LIMIT 1" ) );
		$found = StockAmount::from_meta( $this->wpdb->get_var( "SELECT stock_quantity FROM {$this->wpdb->prefix}wc_product_meta_lookup WHERE product_id = {$id}" ) );
		return null !== $meta && null !== $found && StockAmount::equal( $meta, $amount ) && StockAmount::equal( $found, $amount );
	}
}
