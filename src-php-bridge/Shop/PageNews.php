<?php
/**
 * Tells everybody about a page of numbers that has been committed.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

/** Whatever a listener throws is noted and passed over: the numbers are right. */
final class PageNews {

	private readonly ProductNews $news;
	private readonly ParentSync $parents;

	public function __construct(
		\wpdb $wpdb,
		private readonly PageCaches $caches,
		private readonly HeldHooks $hooks,
	) {
		$this->news    = new ProductNews();
		$this->parents = new ParentSync( $wpdb, $this->news );
	}

	/**
	 * @param list<WrittenProduct> $written
	 * @return array<int, string> What listeners threw, by product id.
	 */
	public function tell( array $written ): array {
		if ( array() === $written ) {
			return array();
		}
		$light   = array_values( array_filter( $written, static fn ( WrittenProduct $one ): bool => ! $one->is_saved ) );
		$parents = array_values( array_unique( array_filter( array_map( static fn ( WrittenProduct $one ): int => $one->change->product->parent_id, $light ) ) ) );
		$shared  = wp_using_ext_object_cache();
		$this->caches->forget_transients( array_map( static fn ( WrittenProduct $one ): \WC_Product => $one->product, $light ) );
		if ( $shared ) {
			// While the transaction was open, other processes have put back what was true before.
			$this->caches->forget( $this->ids( $written, $parents ) );
			$this->caches->refresh( $this->ids( $written, $parents ) );
		}
		$problems = $this->tell_of_all( $written, $parents );
		if ( ! $shared ) {
			// What this process remembers is what it has just written; listeners need not read it again.
			$this->caches->forget( $this->ids( $light, $parents ) );
		}
		$this->caches->release_memory();
		return $problems;
	}

	/**
	 * @param list<WrittenProduct> $written
	 * @param list<int>            $parents
	 * @return list<int>
	 */
	private function ids( array $written, array $parents ): array {
		return array_values( array_unique( array( ...array_map( static fn ( WrittenProduct $one ): int => $one->id(), $written ), ...$parents ) ) );
	}

	/**
	 * @param list<WrittenProduct> $written
	 * @param list<int>            $parents
	 * @return array<int, string>
	 */
	private function tell_of_all( array $written, array $parents ): array {
		$problems = array();
		foreach ( $written as $one ) {
			$problems[ $one->id() ] = $this->tell_of( $one );
		}
		\WC_Post_Data::delete_product_query_transients();
		$failed = $this->parents->run( $parents );
		foreach ( $written as $one ) {
			$problems[ $one->id() ] .= $failed[ $one->change->product->parent_id ] ?? '';
		}
		return array_filter( $problems );
	}

	private function tell_of( WrittenProduct $written ): string {
		if ( count( $written->change->product->translations ) > 1 ) {
			$this->read_again( $written->product );
		}
		$problem = $this->hooks->tell( $written->id() );
		return $written->is_saved ? $problem : $problem . $this->news->tell( $written->product, array( 'stock_quantity' ) );
	}

	/**
	 * A plugin for translations copies this number to the others of the set without a lock. After the
	 * commit a shopper may have bought one; a stale number would put it back on sale.
	 */
	private function read_again( \WC_Product $product ): void {
		wp_cache_delete( $product->get_id(), 'post_meta' );
		$stored = get_post_meta( $product->get_id(), '_stock', true );
		$product->set_stock_quantity( is_scalar( $stored ) ? StockAmount::from_meta( (string) $stored ) : null );
		$product->apply_changes();
	}
}
