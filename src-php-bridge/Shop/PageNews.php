<?php
/**
 * Finishes a page of numbers that has been committed.
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
	) {
		$this->news    = new ProductNews();
		$this->parents = new ParentSync( $wpdb, $this->news );
	}

	/**
	 * @param non-empty-list<WrittenProduct> $written
	 * @return array<int, string> What listeners threw, by product id.
	 */
	public function tell( array $written, HeldHooks $hooks ): array {
		$parents = array_values( array_unique( array_filter( array_map( static fn ( WrittenProduct $one ): int => $one->change->product->parent_id, $written ) ) ) );
		$ids     = array( ...array_map( static fn ( WrittenProduct $one ): int => $one->id(), $written ), ...$parents );
		$shared  = wp_using_ext_object_cache();
		$this->caches->forget_transients( array_map( static fn ( WrittenProduct $one ): \WC_Product => $one->product, $written ) );
		if ( $shared ) {
			// While the transaction was open, other processes have put back what was true before.
			$this->caches->forget( $ids );
			$this->caches->refresh( $ids );
		}
		[ $problems, $saved ] = $this->tell_all( $written, $parents, $hooks );
		if ( ! $shared ) {
			// What this process remembers is what it has just written; listeners need not read it again.
			$this->caches->forget( array_values( array_unique( array_diff( $ids, $saved ) ) ) );
		}
		return array_filter( $problems );
	}

	/**
	 * @param non-empty-list<WrittenProduct> $written
	 * @param list<int>                      $parents
	 * @return array{array<int, string>, list<int>} Problems by product id, and the products that were saved in full.
	 */
	private function tell_all( array $written, array $parents, HeldHooks $hooks ): array {
		$absent   = new AbsentMeta();
		$problems = array();
		$saved    = array();
		$absent->start();
		try {
			foreach ( $written as $one ) {
				[ $problems[ $one->id() ], $is_saved ] = $this->tell_one( $one, $hooks );
				if ( $is_saved ) {
					$saved[] = $one->id();
				}
			}
			\WC_Post_Data::delete_product_query_transients();
			$failed = $this->parents->run( $parents );
		} finally {
			$absent->stop();
		}
		foreach ( $written as $one ) {
			$problems[ $one->id() ] = Listeners::joined( array( $problems[ $one->id() ], $failed[ $one->change->product->parent_id ] ?? '' ) );
		}
		return array( $problems, $saved );
	}

	/** @return array{string, bool} As ProductNews::tell(). */
	private function tell_one( WrittenProduct $written, HeldHooks $hooks ): array {
		try {
			$written->product->validate_props(); // Derives the stock status from number, threshold and backorders.
			if ( array() !== $written->product->get_changes() || count( $written->change->product->translations ) > 1 ) {
				$this->read_again( $written->product );
			}
			return $this->news->tell( $written->product, $hooks );
		} catch ( \Throwable $cause ) {
			return array( Listeners::message( $cause ), false );
		}
	}

	/**
	 * Since the commit a shopper may have bought one. A status must not be derived from a stale number,
	 * and a plugin for translations must not copy it to the others of the set.
	 */
	private function read_again( \WC_Product $product ): void {
		wp_cache_delete( $product->get_id(), 'post_meta' );
		/** @var \WC_Product_Data_Store_CPT $store Sets the number as read, not as changed. */
		$store = \WC_Data_Store::load( 'product' );
		$store->read_stock_quantity( $product );
		$product->validate_props();
	}

	/**
	 * For products of which only the ids are known: a full save of each tells everything.
	 *
	 * @param list<int> $ids
	 */
	public function tell_again( array $ids ): void {
		foreach ( $ids as $id ) {
			$product = wc_get_product( $id );
			if ( $product instanceof \WC_Product ) {
				Listeners::attempt( static fn () => $product->save() );
			}
		}
		$this->parents->run( array() );
	}
}
