<?php
/**
 * Reads a product from its post, its meta rows and its terms.
 */

declare(strict_types=1);

namespace WooStandIn\Products\Store;

use Exception;
use WC_Product_Attribute;

trait ReadsProducts {
	public function read( &$product ) {
		$product->set_defaults();
		$post = get_post( $product->get_id() );
		if ( null === $post || 'product' !== $post->post_type ) {
			throw new Exception( 'There is no such product.' );
		}
		$product->set_props(
			array(
				'name'              => $post->post_title,
				'slug'              => $post->post_name,
				'date_created'      => $this->string_to_timestamp( $post->post_date_gmt ),
				'date_modified'     => $this->string_to_timestamp( $post->post_modified_gmt ),
				'status'            => $post->post_status,
				'description'       => $post->post_content,
				'short_description' => $post->post_excerpt,
				'parent_id'         => $post->post_parent,
				'menu_order'        => $post->menu_order,
				'post_password'     => $post->post_password,
				'reviews_allowed'   => 'open' === $post->comment_status,
			)
		);
		$this->read_attributes( $product );
		$this->read_visibility( $product );
		$this->read_product_data( $product );
		$this->read_extra_data( $product );
		$product->set_object_read( true );
		do_action( 'woocommerce_product_read', $product->get_id(), $product );
	}

	protected function read_product_data( &$product ) {
		$values                      = MetaMap::read( $product->get_id(), MetaMap::READ );
		$values['gallery_image_ids'] = array_filter( explode( ',', (string) $values['gallery_image_ids'] ) );
		$values['category_ids']      = $this->get_term_ids( $product, 'product_cat' );
		$values['tag_ids']           = $this->get_term_ids( $product, 'product_tag' );
		$values['brand_ids']         = $this->get_term_ids( $product, 'product_brand' );
		$values['shipping_class_id'] = current( $this->get_term_ids( $product, 'product_shipping_class' ) );
		$product->set_props( $values );
	}

	protected function read_extra_data( &$product ) {
		foreach ( $product->get_extra_data_keys() as $key ) {
			if ( $product->stand_in_knows( $key ) ) {
				$product->{"set_$key"}( get_post_meta( $product->get_id(), "_$key", true ) );
			}
		}
	}

	protected function read_visibility( &$product ) {
		$terms  = wc_get_object_terms( $product->get_id(), 'product_visibility', 'name' );
		$shows  = array(
			! in_array( 'exclude-from-catalog', $terms, true ),
			! in_array( 'exclude-from-search', $terms, true ),
		);
		$values = array( '11' => 'visible', '10' => 'catalog', '01' => 'search', '00' => 'hidden' );
		$product->set_props(
			array(
				'featured'           => in_array( 'featured', $terms, true ),
				'catalog_visibility' => $values[ (int) $shows[0] . (int) $shows[1] ],
			)
		);
	}

	protected function read_attributes( &$product ) {
		$rows = get_post_meta( $product->get_id(), '_product_attributes', true );
		if ( ! is_array( $rows ) || array() === $rows ) {
			return;
		}
		$attributes = array();
		foreach ( $rows as $row ) {
			$attribute = new WC_Product_Attribute();
			$attribute->set_name( $row['name'] ?? '' );
			$attribute->set_options( wc_get_text_attributes( $row['value'] ?? '' ) );
			$attribute->set_position( $row['position'] ?? 0 );
			$attribute->set_visible( (bool) ( $row['is_visible'] ?? false ) );
			$attribute->set_variation( (bool) ( $row['is_variation'] ?? false ) );
			$attributes[] = apply_filters( 'woocommerce_product_read_attribute', $attribute, $row, $product );
		}
		$product->set_attributes( $attributes );
	}

	/** Sets a quantity as if it had been read, so that it does not count as a change. */
	public function read_stock_quantity( &$product, $new_stock = null ) {
		$was_read = $product->get_object_read();
		$product->set_object_read( false );
		$product->set_stock_quantity( $new_stock ?? get_post_meta( $product->get_id(), '_stock', true ) );
		$product->set_object_read( $was_read );
	}

	public function get_product_type( $product_id ) {
		$post_type = get_post_type( $product_id );
		if ( 'product_variation' === $post_type ) {
			return 'variation';
		}
		if ( 'product' !== $post_type ) {
			return false;
		}
		$terms = wc_get_object_terms( (int) $product_id, 'product_type', 'name' );
		return array() === $terms ? 'simple' : sanitize_title( reset( $terms ) );
	}
}
