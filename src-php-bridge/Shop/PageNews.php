<?php
/**
 * Tells everybody about a page of numbers that has been committed.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

/** What a full save of each product would have told, in its order; whatever a listener throws is noted and passed over. */
final class PageNews {

	/** The first product's transients go by WooCommerce's own function, which deletes the shared ones too. */
	private bool $shared_transients_are_gone = false;

	public function __construct(
		private readonly PageCaches $caches,
		private readonly HeldHooks $hooks,
		private readonly ParentSync $parents,
	) {}

	/**
	 * @param list<WrittenProduct> $written
	 * @return array<int, string> What listeners threw, by product id.
	 */
	public function tell( array $written ): array {
		if ( array() === $written ) {
			return array();
		}
		$ids   = array_map( static fn ( WrittenProduct $one ): int => $one->id(), $written );
		$light = array_values( array_filter( $written, static fn ( WrittenProduct $one ): bool => ! $one->is_saved ) );
		$this->caches->forget( $ids );
		$this->caches->forget_transients( array_map( static fn ( WrittenProduct $one ): \WC_Product => $one->product, $light ) );
		$this->caches->refresh( $ids ); // Listeners will look.
		$problems = array();
		foreach ( $written as $one ) {
			$problems[ $one->id() ] = $this->tell_of( $one );
		}
		if ( array() !== $light ) {
			\WC_Post_Data::delete_product_query_transients();
		}
		$failed = $this->parents->run();
		foreach ( $written as $one ) {
			$problems[ $one->id() ] .= $failed[ $one->product->get_parent_id() ] ?? '';
		}
		$this->caches->release_memory();
		return array_filter( $problems );
	}

	private function tell_of( WrittenProduct $written ): string {
		if ( count( $written->change->product->translations ) > 1 ) {
			$this->read_again( $written->product );
		}
		$problem = $this->hooks->tell( $written->id() );
		if ( $written->is_saved ) {
			return $problem;
		}
		$product = $written->product;
		$update  = $product instanceof \WC_Product_Variation ? 'woocommerce_update_product_variation' : 'woocommerce_update_product';
		return $problem
			. Listeners::tell( 'woocommerce_product_object_updated_props', array( $product, array( 'stock_quantity' ) ) )
			. Listeners::attempt( fn () => $this->delete_transients( $product ) )
			. Listeners::tell( $update, array( $product->get_id(), $product ) )
			. Listeners::tell( 'woocommerce_after_product_object_save', array( $product, $product->get_data_store() ) );
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

	/** Those of this product alone are gone already: PageCaches::forget_transients(). */
	private function delete_transients( \WC_Product $product ): void {
		$ids = array_filter( array( $product->get_id(), $product->get_parent_id( 'edit' ) ) );
		foreach ( $ids as $id ) {
			if ( $this->shared_transients_are_gone ) {
				do_action( 'woocommerce_delete_product_transients', $id );
			} else {
				wc_delete_product_transients( $id );
				$this->shared_transients_are_gone = true;
			}
		}
	}
}
