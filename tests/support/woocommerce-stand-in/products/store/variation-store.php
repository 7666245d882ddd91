<?php
/**
 * Stores variations as child posts of their product.
 */

declare(strict_types=1);

use WooStandIn\Products\Store\MetaMap;

class WC_Product_Variation_Data_Store_CPT extends WC_Product_Data_Store_CPT {
	use \WooStandIn\Products\Store\WritesVariations;

	protected function exclude_internal_meta_keys( $meta ) {
		return parent::exclude_internal_meta_keys( $meta ) && ! str_starts_with( $meta->meta_key, 'attribute_' );
	}

	public function read( &$product ) {
		$product->set_defaults();
		$post = get_post( $product->get_id() );
		if ( null === $post ) {
			return;
		}
		if ( 'product_variation' !== $post->post_type ) {
			throw new WC_Data_Exception( 'variation_invalid_id', 'This is no variation.' );
		}
		$product->set_props(
			array(
				'name'              => $post->post_title,
				'slug'              => $post->post_name,
				'date_created'      => $this->string_to_timestamp( $post->post_date_gmt ),
				'date_modified'     => $this->string_to_timestamp( $post->post_modified_gmt ),
				'status'            => $post->post_status,
				'menu_order'        => $post->menu_order,
				'reviews_allowed'   => 'open' === $post->comment_status,
				'parent_id'         => $post->post_parent,
				'attribute_summary' => $post->post_excerpt,
			)
		);
		$this->drop_wrong_parent( $product );
		$this->read_product_data( $product );
		$product->set_attributes( wc_get_product_variation_attributes( $product->get_id() ) );
		$this->correct_title( $product );
		$product->set_object_read( true );
	}

	/** Because the parent may have been renamed, reading a variation corrects its title. */
	private function correct_title( WC_Product_Variation $product ): void {
		global $wpdb;
		$title = $this->generate_product_title( $product );
		if ( $product->get_name( 'edit' ) !== $title ) {
			$product->set_name( $title );
			$wpdb->update( $wpdb->posts, array( 'post_title' => $title ), array( 'ID' => $product->get_id() ) );
			clean_post_cache( $product->get_id() );
		}
	}

	public function create( &$product ) {
		$this->prepare( $product );
		$product->set_attribute_summary( $this->generate_attribute_summary( $product ) );
		$post = array( 'post_author' => get_current_user_id(), 'post_content' => '', 'ping_status' => 'closed' ) + $this->fields( $product );
		$id   = wp_insert_post( apply_filters( 'woocommerce_new_product_variation_data', $post ), true );
		if ( ! is_int( $id ) || 0 === $id ) {
			return;
		}
		$product->set_id( $id );
		$this->update_post_meta( $product, true );
		$this->update_terms( $product, true );
		$this->update_visibility( $product, true );
		$this->update_attributes( $product, true );
		$this->handle_updated_props( $product );
		$product->save_meta_data();
		$product->apply_changes();
		$this->update_version_and_type( $product );
		$this->update_guid( $product );
		$this->clear_caches( $product );
		do_action( 'woocommerce_new_product_variation', $id, $product );
	}

	public function update( &$product ) {
		$product->save_meta_data();
		$this->prepare( $product );
		$summary = $this->generate_attribute_summary( $product );
		$in_post = array( 'name', 'parent_id', 'status', 'menu_order', 'date_created', 'date_modified', 'attributes' );
		if ( $summary !== $product->get_attribute_summary() ) {
			$product->set_attribute_summary( $summary );
			$in_post[] = 'attribute_summary';
		}
		$this->update_post( $product, $in_post, $this->fields( $product ) );
		$this->update_post_meta( $product );
		$this->update_terms( $product );
		$this->update_visibility( $product, true );
		$this->update_attributes( $product );
		$this->handle_updated_props( $product );
		$product->apply_changes();
		$this->update_version_and_type( $product );
		$this->clear_caches( $product );
		do_action( 'woocommerce_update_product_variation', $product->get_id(), $product );
	}

	private function prepare( WC_Product_Variation $product ): void {
		if ( ! $product->get_date_created() ) {
			$product->set_date_created( time() );
		}
		$title = $this->generate_product_title( $product );
		if ( $product->get_name( 'edit' ) !== $title ) {
			$product->set_name( $title );
		}
		$this->drop_wrong_parent( $product );
	}

	private function drop_wrong_parent( WC_Product_Variation $product ): void {
		if ( $product->get_parent_id( 'edit' ) && 'product' !== get_post_type( $product->get_parent_id( 'edit' ) ) ) {
			$product->set_parent_id( 0 );
		}
	}

	/** @return array<string, mixed> */
	private function fields( WC_Product_Variation $product ): array {
		$created = $product->get_date_created( 'edit' );
		return array(
			'post_type'      => 'product_variation',
			'post_title'     => $product->get_name( 'edit' ),
			'post_excerpt'   => $product->get_attribute_summary( 'edit' ),
			'post_parent'    => $product->get_parent_id( 'edit' ),
			'comment_status' => 'closed',
			'post_status'    => $product->get_status( 'edit' ) ? $product->get_status( 'edit' ) : 'publish',
			'menu_order'     => $product->get_menu_order( 'edit' ),
			'post_name'      => $product->get_slug( 'edit' ),
			'post_date'      => gmdate( 'Y-m-d H:i:s', $created->getOffsetTimestamp() ),
			'post_date_gmt'  => gmdate( 'Y-m-d H:i:s', $created->getTimestamp() ),
		);
	}

	/** "Shirt - M": the values are added while there are one or two, and their names are single words. */
	protected function generate_product_title( $product ) {
		$attributes = $product->get_attributes();
		$short      = count( $attributes ) < 2
			|| ( 2 === count( $attributes ) && ! str_contains( implode( '', array_keys( $attributes ) ), '-' ) );
		$short      = apply_filters( 'woocommerce_product_variation_title_include_attributes', $short, $product );
		$separator  = apply_filters( 'woocommerce_product_variation_title_attributes_separator', ' - ', $product );
		$base       = get_post_field( 'post_title', $product->get_parent_id() );
		$suffix     = $short ? wc_get_formatted_variation( $product, true, false ) : '';
		return apply_filters( 'woocommerce_product_variation_title', '' === $suffix ? $base : $base . $separator . $suffix, $product, $base, $suffix );
	}

	protected function generate_attribute_summary( $product ) {
		return wc_get_formatted_variation( $product, true, true );
	}

	public function get_attribute_summary( $product ) {
		return $this->generate_attribute_summary( $product );
	}

	protected function read_product_data( &$product ) {
		$id     = $product->get_id();
		$values = array_map( static fn( mixed $value ): mixed => $value ?? '', MetaMap::read( $id, MetaMap::OF_VARIATION ) );

		$values['gallery_image_ids'] = array_filter( explode( ',', (string) $values['gallery_image_ids'] ) );
		$values['shipping_class_id'] = current( $this->get_term_ids( $id, 'product_shipping_class' ) );
		$values['image_id']          = get_post_thumbnail_id( $id );
		$values['tax_class']         = metadata_exists( 'post', $id, '_tax_class' ) ? $values['tax_class'] : 'parent';
		$product->set_props( $values );
		$product->set_price( $product->is_on_sale( 'edit' ) ? $product->get_sale_price( 'edit' ) : $product->get_regular_price( 'edit' ) );
		$this->read_parent( $product );
	}

	private function read_parent( WC_Product_Variation $product ): void {
		$parent_id = $product->get_parent_id();
		$parent    = get_post( $parent_id );
		$values    = array_map( static fn( mixed $value ): mixed => $value ?? '', MetaMap::read( $parent_id, MetaMap::OF_PARENT ) );

		$values['title']             = $parent->post_title ?? '';
		$values['status']            = $parent->post_status ?? '';
		$values['stock_quantity']    = wc_stock_amount( $values['stock_quantity'] );
		$values['shipping_class_id'] = absint( current( $this->get_term_ids( $parent_id, 'product_shipping_class' ) ) );
		$values['image_id']          = get_post_thumbnail_id( $parent_id );
		$product->set_parent_data( $values );
		$product->set_sold_individually( $values['sold_individually'] );
		$product->set_tax_status( $values['tax_status'] );
		$product->set_cross_sell_ids( $values['cross_sell_ids'] );
	}
}
