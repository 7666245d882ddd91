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
 * and WooCommerce does not notice when it is refused.
 *
 * Under MySQL's default isolation all meta rows of the product stay as they are meanwhile, and what is
 * read after lock() is as new as the lock, because the statements of lock() fix no snapshot.
 */
final class StockRows {

	public function __construct( private readonly \wpdb $wpdb ) {}

	/**
	 * @param list<int> $ids
	 * @return array<int, StockRow> One for each id, also where nothing is stored.
	 */
	public function lock( array $ids ): array {
		sort( $ids );
		$rows = array();
		foreach ( $ids as $id ) {
			$rows[ $id ] = $this->lock_one( $id );
		}
		return $rows;
	}

	private function lock_one( int $id ): StockRow {
		/** @var list<string|null> $values A second row for one product is a known kind of damage; WordPress reads the first. */
		$values = $this->wpdb->get_col( "SELECT meta_value FROM {$this->wpdb->postmeta} WHERE post_id = {$id} AND meta_key = '_stock' FOR UPDATE" );
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
