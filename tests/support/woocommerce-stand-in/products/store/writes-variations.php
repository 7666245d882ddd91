<?php
/**
 * Writing of variations, where it differs from other products.
 */

declare(strict_types=1);

namespace WooStandIn\Products\Store;

trait WritesVariations {
	public function update_post_meta( &$product, $force = false ) {
		$own = array( '_variation_description' => 'description' );
		foreach ( $force ? $own : $this->get_props_to_update( $product, $own ) as $key => $prop ) {
			if ( update_post_meta( $product->get_id(), $key, $product->{"get_$prop"}( 'edit' ) ) ) {
				$this->updated_props[] = $prop;
			}
		}
		parent::update_post_meta( $product, $force );
	}

	/** A variation has no type of its own. */
	protected function update_version_and_type( &$product ) {
		wp_set_object_terms( $product->get_id(), '', 'product_type' );
		update_post_meta( $product->get_id(), '_product_version', WC_VERSION );
	}

	protected function update_terms( &$product, $force = false ) {
		if ( $force || array_key_exists( 'shipping_class_id', $product->get_changes() ) ) {
			wp_set_post_terms( $product->get_id(), array( $product->get_shipping_class_id( 'edit' ) ), 'product_shipping_class' );
		}
	}

	protected function update_visibility( &$product, $force = false ) {
		if ( $force || array_key_exists( 'stock_status', $product->get_changes() ) ) {
			wp_set_post_terms( $product->get_id(), 'outofstock' === $product->get_stock_status() ? array( 'outofstock' ) : array(), 'product_visibility' );
		}
	}

	protected function update_attributes( &$product, $force = false ) {
		if ( ! $force && ! array_key_exists( 'attributes', $product->get_changes() ) ) {
			return;
		}
		$id   = $product->get_id();
		$kept = array();
		foreach ( $product->get_attributes() as $name => $value ) {
			update_post_meta( $id, "attribute_$name", wp_slash( $value ) );
			$kept[] = "attribute_$name";
		}
		foreach ( array_keys( (array) get_post_meta( $id ) ) as $key ) {
			if ( str_starts_with( (string) $key, 'attribute_' ) && ! in_array( $key, $kept, true ) ) {
				delete_post_meta( $id, $key );
			}
		}
	}

	/** The URL without a slug, which a rename of the product does not change. */
	protected function update_guid( $product ) {
		global $wpdb;
		$guid = home_url( '?post_type=product_variation&p=' . $product->get_id() );
		if ( $wpdb->update( $wpdb->posts, array( 'guid' => $guid ), array( 'ID' => $product->get_id() ) ) ) {
			clean_post_cache( $product->get_id() );
		}
	}
}
