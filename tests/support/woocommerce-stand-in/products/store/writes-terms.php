<?php
/**
 * Writes the terms and attributes of products.
 */

declare(strict_types=1);

namespace WooStandIn\Products\Store;

use WC_Product_Factory;

trait WritesTerms {
	protected function update_terms( &$product, $force = false ) {
		$changes = $product->get_changes();
		if ( $force || array_key_exists( 'category_ids', $changes ) ) {
			$categories = $product->get_category_ids( 'edit' );
			$default    = (int) get_option( 'default_product_cat', 0 );
			wp_set_post_terms( $product->get_id(), array() === $categories && $default > 0 ? array( $default ) : $categories, 'product_cat' );
		}
		foreach ( array( 'tag_ids' => 'product_tag', 'brand_ids' => 'product_brand' ) as $prop => $taxonomy ) {
			if ( $force || array_key_exists( $prop, $changes ) ) {
				wp_set_post_terms( $product->get_id(), $product->{"get_$prop"}( 'edit' ), $taxonomy );
			}
		}
		if ( $force || array_key_exists( 'shipping_class_id', $changes ) ) {
			wp_set_post_terms( $product->get_id(), array( $product->get_shipping_class_id( 'edit' ) ), 'product_shipping_class' );
		}
	}

	protected function update_visibility( &$product, $force = false ) {
		$relevant = array( 'featured', 'stock_status', 'average_rating', 'catalog_visibility' );
		if ( ! $force && array() === array_intersect( $relevant, array_keys( $product->get_changes() ) ) ) {
			return;
		}
		$hidden_from = array(
			'hidden'  => array( 'exclude-from-search', 'exclude-from-catalog' ),
			'catalog' => array( 'exclude-from-search' ),
			'search'  => array( 'exclude-from-catalog' ),
		);
		$rating      = min( 5, (int) round( (float) $product->get_average_rating() ) );
		$terms       = array_filter(
			array(
				$product->get_featured() ? 'featured' : '',
				'outofstock' === $product->get_stock_status() ? 'outofstock' : '',
				$rating > 0 ? "rated-$rating" : '',
				...( $hidden_from[ $product->get_catalog_visibility() ] ?? array() ),
			)
		);
		if ( ! is_wp_error( wp_set_post_terms( $product->get_id(), array_values( $terms ), 'product_visibility' ) ) ) {
			do_action( 'woocommerce_product_set_visibility', $product->get_id(), $product->get_catalog_visibility() );
		}
	}

	protected function update_attributes( &$product, $force = false ) {
		if ( ! $force && ! array_key_exists( 'attributes', $product->get_changes() ) ) {
			return;
		}
		$rows = array();
		foreach ( array_filter( $product->get_attributes() ) as $key => $attribute ) {
			$rows[ $key ] = array(
				'name'         => $attribute->get_name(),
				'value'        => wc_implode_text_attributes( $attribute->get_options() ),
				'position'     => $attribute->get_position(),
				'is_visible'   => $attribute->get_visible() ? 1 : 0,
				'is_variation' => $attribute->get_variation() ? 1 : 0,
				'is_taxonomy'  => 0,
			);
		}
		$this->update_or_delete_post_meta( $product, '_product_attributes', wp_slash( $rows ) );
		do_action( 'woocommerce_product_attributes_updated', $product, $force );
	}

	protected function update_version_and_type( &$product ) {
		$old = WC_Product_Factory::get_product_type( $product->get_id() );
		$new = $product->get_type();
		wp_set_object_terms( $product->get_id(), $new, 'product_type' );
		update_post_meta( $product->get_id(), '_product_version', WC_VERSION );
		if ( $old !== $new ) {
			$this->updated_props[] = 'product_type';
			do_action( 'woocommerce_product_type_changed', $product, $old, $new );
		}
	}
}
