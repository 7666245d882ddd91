<?php
/**
 * What a product is called and where it is shown.
 */

declare(strict_types=1);

namespace WooStandIn\Products;

trait HasCatalogueProps {
	public function get_name( $context = 'view' ) {
		return $this->get_prop( 'name', $context );
	}

	public function set_name( $name ) {
		$this->set_prop( 'name', $name );
	}

	public function get_slug( $context = 'view' ) {
		return $this->get_prop( 'slug', $context );
	}

	public function set_slug( $slug ) {
		$this->set_prop( 'slug', $slug );
	}

	public function get_date_created( $context = 'view' ) {
		return $this->get_prop( 'date_created', $context );
	}

	public function set_date_created( $date = null ) {
		$this->set_date_prop( 'date_created', $date );
	}

	public function get_date_modified( $context = 'view' ) {
		return $this->get_prop( 'date_modified', $context );
	}

	public function set_date_modified( $date = null ) {
		$this->set_date_prop( 'date_modified', $date );
	}

	public function get_status( $context = 'view' ) {
		return $this->get_prop( 'status', $context );
	}

	public function set_status( $status ) {
		$this->set_prop( 'status', $status );
	}

	public function get_featured( $context = 'view' ) {
		return $this->get_prop( 'featured', $context );
	}

	public function set_featured( $featured ) {
		$this->set_prop( 'featured', wc_string_to_bool( $featured ) );
	}

	public function get_catalog_visibility( $context = 'view' ) {
		return $this->get_prop( 'catalog_visibility', $context );
	}

	public function set_catalog_visibility( $visibility ) {
		if ( ! in_array( $visibility, array( 'visible', 'catalog', 'search', 'hidden' ), true ) ) {
			$this->error( 'product_invalid_catalog_visibility', 'There is no such catalogue visibility.' );
		}
		$this->set_prop( 'catalog_visibility', $visibility );
	}

	public function get_description( $context = 'view' ) {
		return $this->get_prop( 'description', $context );
	}

	public function set_description( $description ) {
		$this->set_prop( 'description', $description );
	}

	public function get_short_description( $context = 'view' ) {
		return $this->get_prop( 'short_description', $context );
	}

	public function set_short_description( $short_description ) {
		$this->set_prop( 'short_description', $short_description );
	}

	public function get_sku( $context = 'view' ) {
		return $this->get_prop( 'sku', $context );
	}

	/** Refuses an SKU that another product has, but only once the object has been read. */
	public function set_sku( $sku ) {
		$sku = (string) $sku;
		if ( $this->get_object_read() && ! empty( $sku ) && ! wc_product_has_unique_sku( $this->get_id(), $sku ) ) {
			$this->error(
				'product_invalid_sku',
				'Another product has this SKU.',
				400,
				array(
					'resource_id' => wc_get_product_id_by_sku( $sku ),
					'unique_sku'  => wc_product_generate_unique_sku( $this->get_id(), $sku ),
				)
			);
		}
		$this->set_prop( 'sku', $sku );
	}

	public function get_global_unique_id( $context = 'view' ) {
		return $this->get_prop( 'global_unique_id', $context );
	}

	public function set_global_unique_id( $global_unique_id ) {
		$this->set_prop( 'global_unique_id', preg_replace( '/[^0-9Xx-]/', '', (string) $global_unique_id ) );
	}

	public function get_parent_id( $context = 'view' ) {
		return $this->get_prop( 'parent_id', $context );
	}

	public function set_parent_id( $parent_id ) {
		$this->set_prop( 'parent_id', absint( $parent_id ) );
	}

	public function get_menu_order( $context = 'view' ) {
		return $this->get_prop( 'menu_order', $context );
	}

	public function set_menu_order( $menu_order ) {
		$this->set_prop( 'menu_order', intval( $menu_order ) );
	}

	public function get_post_password( $context = 'view' ) {
		return $this->get_prop( 'post_password', $context );
	}

	public function set_post_password( $post_password ) {
		$this->set_prop( 'post_password', $post_password );
	}

	public function get_reviews_allowed( $context = 'view' ) {
		return $this->get_prop( 'reviews_allowed', $context );
	}

	public function set_reviews_allowed( $reviews_allowed ) {
		$this->set_prop( 'reviews_allowed', wc_string_to_bool( $reviews_allowed ) );
	}

	public function get_category_ids( $context = 'view' ) {
		return $this->get_prop( 'category_ids', $context );
	}

	public function set_category_ids( $term_ids ) {
		$this->set_prop( 'category_ids', array_unique( array_map( 'intval', $term_ids ) ) );
	}

	public function get_tag_ids( $context = 'view' ) {
		return $this->get_prop( 'tag_ids', $context );
	}

	public function set_tag_ids( $term_ids ) {
		$this->set_prop( 'tag_ids', array_unique( array_map( 'intval', $term_ids ) ) );
	}

	public function get_brand_ids( $context = 'view' ) {
		return $this->get_prop( 'brand_ids', $context );
	}

	public function set_brand_ids( $term_ids ) {
		$this->set_prop( 'brand_ids', array_unique( array_map( 'intval', $term_ids ) ) );
	}
}
