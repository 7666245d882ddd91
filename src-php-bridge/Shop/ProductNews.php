<?php
/**
 * Tells of a product what the end of a full save tells, in the same order.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

final class ProductNews {

	/** The first product's transients go by WooCommerce's own function, which deletes the shared ones too. */
	private bool $shared_transients_are_gone = false;

	/**
	 * @param list<string> $props What has changed, in WooCommerce's words.
	 * @return string '' or the messages of listeners that threw.
	 */
	public function tell( \WC_Product $product, array $props ): string {
		$update = $product instanceof \WC_Product_Variation ? 'woocommerce_update_product_variation' : 'woocommerce_update_product';
		return Listeners::tell( 'woocommerce_product_object_updated_props', array( $product, $props ) )
			. Listeners::attempt( fn () => $this->delete_transients( $product ) )
			. Listeners::tell( $update, array( $product->get_id(), $product ) )
			. Listeners::tell( 'woocommerce_after_product_object_save', array( $product, $product->get_data_store() ) );
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
