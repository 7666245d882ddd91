<?php
/**
 * Does what a full save of a product does besides its number, and fires the same hooks.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\AfterWrite;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\WordPressHooks\DeferredHooks;
use KeyCrmStock\Shop\WordPressHooks\SafeHooks;

/**
 * A full save costs some 45 queries, and a changed number needs none of them. It is made only if more than the
 * number changes: WooCommerce derives another stock status, or a listener sets another property.
 * Otherwise the same hooks are fired in the same sequence, and the caches are cleared.
 */
final class ProductFollowUp {

	/** For the first product, WooCommerce's own function deletes the transients, because it deletes the shared ones too. */
	private bool $shared_transients_are_gone = false;

	/**
	 * @param DeferredHooks|null $hooks Hooks that WooCommerce fired while the number was written; null if none was written.
	 * @return array{string, bool} '' or the messages of listeners that threw; and whether the product was saved in full.
	 */
	public function tell( \WC_Product $product, ?DeferredHooks $hooks ): array {
		$id         = $product->get_id();
		$is_saved   = false;
		$problems   = array( (string) $hooks?->fire_row_hooks( $id ) );
		$problems[] = SafeHooks::attempt(
			function () use ( $product, &$is_saved ): void {
				$is_saved = $this->saved( $product );
			}
		);
		$problems[] = (string) $hooks?->fire_number_hooks( $id );
		$problems[] = $is_saved ? '' : $this->tell_rest( $product, null === $hooks ? array() : array( 'stock_quantity' ) );
		return array( SafeHooks::joined( $problems ), $is_saved );
	}

	private function saved( \WC_Product $product ): bool {
		if ( array() === $product->get_changes() ) {
			do_action( 'woocommerce_before_product_object_save', $product, $product->get_data_store() );
			$product->save_meta_data();
		}
		if ( array() === $product->get_changes() ) {
			return false;
		}
		$product->save();
		return true;
	}

	/** @param list<string> $props Changed properties, by WooCommerce's names. */
	private function tell_rest( \WC_Product $product, array $props ): string {
		$update = $product instanceof \WC_Product_Variation ? 'woocommerce_update_product_variation' : 'woocommerce_update_product';
		return SafeHooks::joined(
			array(
				SafeHooks::tell( 'woocommerce_product_object_updated_props', array( $product, $props ) ),
				SafeHooks::attempt( fn () => $this->delete_transients( $product ) ),
				SafeHooks::tell( $update, array( $product->get_id(), $product ) ),
				SafeHooks::tell( 'woocommerce_after_product_object_save', array( $product, $product->get_data_store() ) ),
			)
		);
	}

	/** Those of this product alone are gone already: ProductCaches::forget_transients(). */
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
