<?php
/**
 * Stores products as posts, with WooCommerce's order of steps and hooks.
 */

declare(strict_types=1);

class WC_Product_Data_Store_CPT extends WC_Data_Store_WP {
	use \WooStandIn\Products\Store\ReadsProducts;
	use \WooStandIn\Products\Store\WritesMeta;
	use \WooStandIn\Products\Store\WritesTerms;
	use \WooStandIn\Products\Store\WritesStock;
	use \WooStandIn\Products\Store\FindsProducts;

	/** @var list<string> */
	protected $internal_meta_keys = array(
		'_visibility', '_sku', '_global_unique_id', '_price', '_regular_price', '_sale_price', '_sale_price_dates_from', '_sale_price_dates_to',
		'total_sales', '_tax_status', '_tax_class', '_manage_stock', '_stock', '_stock_status', '_backorders', '_low_stock_amount', '_sold_individually',
		'_weight', '_length', '_width', '_height', '_upsell_ids', '_crosssell_ids', '_purchase_note', '_default_attributes', '_product_attributes',
		'_virtual', '_downloadable', '_download_limit', '_download_expiry', '_featured', '_downloadable_files', '_wc_rating_count', '_wc_average_rating',
		'_wc_review_count', '_variation_description', '_thumbnail_id', '_file_paths', '_product_image_gallery', '_product_version', '_wp_old_slug',
		'_edit_last', '_edit_lock', '_cogs_total_value',
	);

	/** @var list<string> */
	protected $must_exist_meta_keys = array( '_tax_class' );

	/** @var list<string> Properties whose rows the current save has changed. */
	protected $updated_props = array();

	public function create( &$product ) {
		if ( ! $product->get_date_created( 'edit' ) ) {
			$product->set_date_created( time() );
		}
		$post = array(
			'post_type'     => 'product',
			'post_author'   => get_current_user_id(),
			'ping_status'   => 'closed',
			'post_status'   => $product->get_status() ? $product->get_status() : 'publish',
			'post_title'    => $product->get_name() ? $product->get_name() : 'Product',
		) + $this->post_fields( $product );
		$id   = wp_insert_post( apply_filters( 'woocommerce_new_product_data', $post ), true );
		if ( ! is_int( $id ) || 0 === $id ) {
			return;
		}
		$product->set_id( $id );
		$product->set_status( get_post_status( $id ) );
		$this->update_post_meta( $product, true );
		$this->update_terms( $product, true );
		$this->update_visibility( $product, true );
		$this->update_attributes( $product, true );
		$this->update_version_and_type( $product );
		$this->handle_updated_props( $product );
		$this->clear_caches( $product );
		$product->save_meta_data();
		$product->apply_changes();
		do_action( 'woocommerce_new_product', $id, $product );
	}

	public function update( &$product ) {
		$product->save_meta_data();
		$in_post = array( 'description', 'short_description', 'name', 'parent_id', 'reviews_allowed', 'status', 'menu_order', 'date_created', 'date_modified', 'slug', 'post_password' );
		$this->update_post( $product, $in_post, array( 'post_type' => 'product' ) + $this->post_fields( $product ) );
		$this->update_post_meta( $product );
		$this->update_terms( $product );
		$this->update_visibility( $product );
		$this->update_attributes( $product );
		$this->update_version_and_type( $product );
		$this->handle_updated_props( $product );
		$this->clear_caches( $product );
		$this->read_downloadable_children( $product );
		$product->apply_changes();
		do_action( 'woocommerce_update_product', $product->get_id(), $product );
	}

	/** @return array<string, mixed> */
	private function post_fields( WC_Product $product ): array {
		$fields  = array(
			'post_content'   => $product->get_description( 'edit' ),
			'post_excerpt'   => $product->get_short_description( 'edit' ),
			'post_title'     => $product->get_name( 'edit' ),
			'post_parent'    => $product->get_parent_id( 'edit' ),
			'comment_status' => $product->get_reviews_allowed( 'edit' ) ? 'open' : 'closed',
			'post_status'    => $product->get_status( 'edit' ) ? $product->get_status( 'edit' ) : 'publish',
			'menu_order'     => $product->get_menu_order( 'edit' ),
			'post_password'  => $product->get_post_password( 'edit' ),
			'post_name'      => $product->get_slug( 'edit' ),
		);
		$created = $product->get_date_created( 'edit' );
		if ( $created ) {
			$fields['post_date']     = gmdate( 'Y-m-d H:i:s', $created->getOffsetTimestamp() );
			$fields['post_date_gmt'] = gmdate( 'Y-m-d H:i:s', $created->getTimestamp() );
		}
		return $fields;
	}

	/**
	 * Writes the post if one of its values has changed; otherwise only its time of change.
	 *
	 * @param list<string>         $in_post Properties in the post's own row.
	 * @param array<string, mixed> $fields
	 */
	protected function update_post( WC_Product $product, array $in_post, array $fields ): void {
		global $wpdb;
		$changes  = $product->get_changes();
		$modified = isset( $changes['date_modified'] ) ? $product->get_date_modified( 'edit' ) : null;
		$times    = array(
			'post_modified'     => null === $modified ? current_time( 'mysql' ) : gmdate( 'Y-m-d H:i:s', $modified->getOffsetTimestamp() ),
			'post_modified_gmt' => null === $modified ? current_time( 'mysql', true ) : gmdate( 'Y-m-d H:i:s', $modified->getTimestamp() ),
		);
		$is_whole = array() !== array_intersect( $in_post, array_keys( $changes ) );
		if ( $is_whole && ! doing_action( 'save_post' ) ) {
			wp_update_post( array( 'ID' => $product->get_id() ) + $fields + $times );
		} else {
			// During save_post, another wp_update_post() would recurse without end.
			$wpdb->update( $wpdb->posts, $is_whole ? $fields + $times : $times, array( 'ID' => $product->get_id() ) );
			clean_post_cache( $product->get_id() );
		}
		if ( $is_whole ) {
			$product->read_meta_data( true );
		}
	}

	public function delete( &$product, $args = array() ) {
		$id   = $product->get_id();
		$type = $product->is_type( 'variation' ) ? 'product_variation' : 'product';
		if ( ! $id ) {
			return;
		}
		if ( empty( $args['force_delete'] ) ) {
			wp_trash_post( $id );
			$product->set_status( 'trash' );
			do_action( "woocommerce_trash_$type", $id );
			return;
		}
		do_action( "woocommerce_before_delete_$type", $id );
		wp_delete_post( $id );
		$product->set_id( 0 );
		do_action( "woocommerce_delete_$type", $id );
	}

	/**
	 * When a product is saved, WooCommerce reads its variations because of downloads. Because reading a variation
	 * corrects its title, this passes a rename on.
	 */
	private function read_downloadable_children( WC_Product $product ): void {
		array_map( 'wc_get_product', $product->get_children() );
	}

	protected function clear_caches( &$product ) {
		wc_delete_product_transients( $product->get_id() );
		$parent_id = $product->get_parent_id( 'edit' );
		if ( $parent_id ) {
			wc_delete_product_transients( $parent_id );
			WC_Cache_Helper::invalidate_cache_group( "product_$parent_id" );
		}
		WC_Cache_Helper::invalidate_attribute_count( array_keys( $product->get_attributes() ) );
		WC_Cache_Helper::invalidate_cache_group( 'product_' . $product->get_id() );
	}
}
