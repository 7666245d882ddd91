<?php
/**
 * Names, SKU and visibility of a product.
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

	public function get_catalog_visibility( $context = 'view' ) {
		return $this->get_prop( 'catalog_visibility', $context );
	}

	public function set_catalog_visibility( $visibility ) {
		if ( ! in_array( $visibility, array( 'visible', 'catalog', 'search', 'hidden' ), true ) ) {
			$this->error( 'product_invalid_catalog_visibility', 'There is no such catalogue visibility.' );
		}
		$this->set_prop( 'catalog_visibility', $visibility );
	}

	public function get_sku( $context = 'view' ) {
		return $this->get_prop( 'sku', $context );
	}

	/** After the object has been read, refuses an SKU that another product has. */
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

	public function get_parent_id( $context = 'view' ) {
		return $this->get_prop( 'parent_id', $context );
	}

	public function set_parent_id( $parent_id ) {
		$this->set_prop( 'parent_id', absint( $parent_id ) );
	}

	public function get_attributes( $context = 'view' ) {
		return (array) ( $this->get_prop( 'attributes', $context ) ?? array() );
	}

	/** Removed attributes are kept as null, so that saving removes their terms. */
	public function set_attributes( $raw_attributes ) {
		$attributes = array_fill_keys( array_keys( $this->get_attributes( 'edit' ) ), null );
		foreach ( $raw_attributes as $attribute ) {
			if ( $attribute instanceof \WC_Product_Attribute ) {
				$attributes[ sanitize_title( $attribute->get_name() ) ] = $attribute;
			}
		}
		uasort( $attributes, static fn( ?\WC_Product_Attribute $one, ?\WC_Product_Attribute $other ): int => ( $one?->get_position() ?? -1 ) <=> ( $other?->get_position() ?? -1 ) );
		$this->set_prop( 'attributes', $attributes );
	}
}
