<?php
/**
 * Writes a product's properties into meta rows, and returns which rows have changed.
 */

declare(strict_types=1);

namespace WooStandIn\Products\Store;

use WC_Product;

trait WritesMeta {
	protected function update_post_meta( &$product, $force = false ) {
		$extra = array();
		foreach ( $product->get_extra_data_keys() as $key ) {
			$extra[ "_$key" ] = $key;
		}
		$map = MetaMap::WRITTEN + $extra;
		foreach ( $force ? $map : $this->get_props_to_update( $product, $map ) as $key => $prop ) {
			if ( 'stock_quantity' === $prop ) {
				do_action( $product->is_type( 'variation' ) ? 'woocommerce_variation_before_set_stock' : 'woocommerce_product_before_set_stock', $product );
			}
			if ( $this->update_or_delete_post_meta( $product, $key, $this->as_row( $product, $prop ) ) ) {
				$this->updated_props[] = $prop;
			}
		}
		$this->update_downloads( $product, $force );
	}

	/** The value as its row stores it. */
	private function as_row( WC_Product $product, string $prop ): mixed {
		$value = $product->{"get_$prop"}( 'edit' );
		return match ( $prop ) {
			'virtual', 'downloadable', 'manage_stock', 'sold_individually' => wc_bool_to_string( $value ),
			'gallery_image_ids'                    => implode( ',', $value ),
			'date_on_sale_from', 'date_on_sale_to' => null === $value ? '' : $value->getTimestamp(),
			default                                => is_string( $value ) ? wp_slash( $value ) : $value,
		};
	}

	/** The stand-in has no downloads, but fires the action as WooCommerce does on a first save. */
	protected function update_downloads( &$product, $force = false ) {
		if ( $force ) {
			$variation = $product->is_type( 'variation' );
			do_action( 'woocommerce_process_product_file_download_paths', $variation ? $product->get_parent_id() : $product->get_id(), $variation ? $product->get_id() : 0, array() );
		}
		return false;
	}

	/** Updates what depends on changed rows: the price, the stock hooks and the lookup table. */
	protected function handle_updated_props( &$product ) {
		if ( ! $product->is_type( array( 'variable', 'grouped' ) ) ) {
			$this->settle_price( $product );
		}
		$kind = $product->is_type( 'variation' ) ? 'variation' : 'product';
		if ( in_array( 'stock_quantity', $this->updated_props, true ) ) {
			do_action( "woocommerce_{$kind}_set_stock", $product );
		}
		if ( in_array( 'stock_status', $this->updated_props, true ) ) {
			do_action( "woocommerce_{$kind}_set_stock_status", $product->get_id(), $product->get_stock_status(), $product );
		}
		if ( array() !== array_intersect( $this->updated_props, MetaMap::LOOKED_UP ) ) {
			$this->update_lookup_table( $product->get_id(), 'wc_product_meta_lookup' );
		}
		do_action( 'woocommerce_product_object_updated_props', $product, $this->updated_props );
		$this->updated_props = array();
	}

	/** Removes a sale price that is not below the regular one. The price is the one valid now. */
	private function settle_price( WC_Product $product ): void {
		$id = $product->get_id();
		if ( array() !== array_intersect( array( 'regular_price', 'sale_price' ), $this->updated_props )
			&& $product->get_sale_price( 'edit' ) >= $product->get_regular_price( 'edit' ) ) {
			update_post_meta( $id, '_sale_price', '' );
			$product->set_sale_price( '' );
		}
		if ( array() !== array_intersect( array( 'date_on_sale_from', 'date_on_sale_to', 'regular_price', 'sale_price', 'product_type' ), $this->updated_props ) ) {
			$price = $product->is_on_sale( 'edit' ) ? $product->get_sale_price( 'edit' ) : $product->get_regular_price( 'edit' );
			update_post_meta( $id, '_price', $price );
			$product->set_price( $price );
		}
	}

	protected function get_data_for_lookup_table( $id, $table ) {
		if ( 'wc_product_meta_lookup' !== $table ) {
			return array();
		}
		$meta   = static fn( string $key ): mixed => get_post_meta( $id, $key, true );
		$prices = (array) get_post_meta( $id, '_price', false );
		$price  = wc_format_decimal( $meta( '_price' ) );
		$sale   = wc_format_decimal( $meta( '_sale_price' ) );
		return array(
			'product_id'       => absint( $id ),
			'sku'              => $meta( '_sku' ),
			'virtual'          => 'yes' === $meta( '_virtual' ) ? 1 : 0,
			'downloadable'     => 'yes' === $meta( '_downloadable' ) ? 1 : 0,
			'min_price'        => reset( $prices ),
			'max_price'        => end( $prices ),
			'onsale'           => $sale && $price === $sale ? 1 : 0,
			'stock_quantity'   => 'yes' === $meta( '_manage_stock' ) ? wc_stock_amount( $meta( '_stock' ) ) : null,
			'stock_status'     => $meta( '_stock_status' ),
			'rating_count'     => array_sum( array_map( 'intval', (array) $meta( '_wc_rating_count' ) ) ),
			'average_rating'   => $meta( '_wc_average_rating' ),
			'total_sales'      => $meta( 'total_sales' ),
			'tax_status'       => $meta( '_tax_status' ),
			'tax_class'        => $meta( '_tax_class' ),
			'global_unique_id' => $meta( '_global_unique_id' ),
		);
	}

	protected function get_primary_key_for_lookup_table( $table ) {
		return 'wc_product_meta_lookup' === $table ? 'product_id' : '';
	}

	public function refresh_product_lookup_table( int $product_id ): void {
		$this->update_lookup_table( $product_id, 'wc_product_meta_lookup' );
	}
}
