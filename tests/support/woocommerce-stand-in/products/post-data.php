<?php
/**
 * Updates products after direct changes of their posts, terms or meta.
 */

declare(strict_types=1);

class WC_Post_Data {
	private const TYPES = array( 'product', 'product_variation' );

	/** The hooks of each method, with the number of arguments. */
	private const LISTENS = array(
		'delete_product_query_transients' => array( 'set_object_terms' => 0, 'deleted_term_relationships' => 0, 'woocommerce_product_set_stock_status' => 0, 'woocommerce_product_set_visibility' => 0 ),
		'flush_object_meta_cache'         => array( 'updated_post_meta' => 4, 'added_post_meta' => 4, 'deleted_post_meta' => 4, 'updated_order_item_meta' => 4 ),
		'do_deferred_product_sync'        => array( 'shutdown' => 0 ),
		'product_type_changed'            => array( 'woocommerce_product_type_changed' => 3 ),
		'on_product_attributes_updated'   => array( 'woocommerce_product_attributes_updated' => 1 ),
		'transition_post_status'          => array( 'transition_post_status' => 3 ),
		'delete_post_data'                => array( 'delete_post' => 1 ),
		'trash_post'                      => array( 'wp_trash_post' => 1 ),
		'untrash_post'                    => array( 'untrashed_post' => 1 ),
		'variation_post_link'             => array( 'post_type_link' => 2 ),
		'update_post_metadata'            => array( 'update_post_metadata' => 5 ),
		'wp_untrash_post_status'          => array( 'wp_untrash_post_status' => 3 ),
	);

	public static function init() {
		foreach ( self::LISTENS as $method => $hooks ) {
			foreach ( $hooks as $hook => $arguments ) {
				add_filter( $hook, array( __CLASS__, $method ), 10, $arguments );
			}
		}
	}

	public static function variation_post_link( $permalink, $post ) {
		$variation = 'product_variation' === $post->post_type ? wc_get_product( $post->ID ) : false;
		return $variation && $variation->get_parent_id() ? $variation->get_permalink() : $permalink;
	}

	/** Syncing a product may queue others; each is synced once. */
	public static function do_deferred_product_sync() {
		global $wc_deferred_product_sync;
		$done = array();
		while ( ! empty( $wc_deferred_product_sync ) ) {
			$ids                      = array_diff( wp_parse_id_list( $wc_deferred_product_sync ), $done );
			$wc_deferred_product_sync = array();
			array_map( array( __CLASS__, 'deferred_product_sync' ), $ids );
			array_push( $done, ...$ids );
		}
	}

	public static function deferred_product_sync( $product_id ) {
		$product = wc_get_product( $product_id );
		if ( $product instanceof WC_Product_Variable ) {
			$product->sync( $product );
		}
	}

	public static function delete_product_query_transients() {
		WC_Cache_Helper::get_transient_version( 'product_query', true );
	}

	public static function transition_post_status( $new_status, $old_status, $post ) {
		if ( ! in_array( $post->post_type, self::TYPES, true ) || ! in_array( 'publish', array( $new_status, $old_status ), true ) ) {
			return;
		}
		self::delete_product_query_transients();
		if ( 'publish' !== $old_status ) {
			do_action( 'woocommerce_product_published', $post->ID );
		}
	}

	public static function product_type_changed( $product, $from, $to ) {
		$drop = apply_filters( 'woocommerce_delete_variations_on_product_type_change', 'variable' === $from && 'variable' !== $to, $product, $from, $to );
		if ( $drop ) {
			WC_Data_Store::load( 'product-variable' )->delete_variations( $product->get_id(), true );
		}
	}

	/** A variation's excerpt describes its attributes, so a change on the parent may change it. */
	public static function on_product_attributes_updated( $product ) {
		global $wpdb;
		$store = WC_Data_Store::load( 'product-variation' );
		foreach ( $product->is_type( 'variable' ) ? $product->get_children() : array() as $id ) {
			$variation = wc_get_product( $id );
			$summary   = $variation ? $store->get_attribute_summary( $variation ) : '';
			if ( $variation && get_post_field( 'post_excerpt', $id ) !== $summary ) {
				$wpdb->update( $wpdb->posts, array( 'post_excerpt' => $summary ), array( 'ID' => $id ) );
				clean_post_cache( $id );
				do_action( 'woocommerce_updated_product_attribute_summary', $id );
			}
		}
	}

	/** Fractions are stored as text with a decimal point, in every locale. */
	public static function update_post_metadata( $check, $object_id, $meta_key, $meta_value, $prev_value ) {
		if ( ! is_float( $meta_value ) || empty( $meta_value ) || ! in_array( get_post_type( $object_id ), self::TYPES, true ) ) {
			return $check;
		}
		update_metadata( 'post', $object_id, $meta_key, wc_float_to_string( $meta_value ), $prev_value );
		return true;
	}

	public static function wp_untrash_post_status( $new_status, $post_id, $previous_status ) {
		return in_array( get_post_type( $post_id ), array( ...self::TYPES, 'shop_order' ), true ) ? $previous_status : $new_status;
	}

	public static function delete_post_data( $id ) {
		$type = get_post_type( $id );
		if ( ! in_array( $type, self::TYPES, true ) ) {
			return;
		}
		if ( 'product' === $type ) {
			WC_Data_Store::load( 'product-variable' )->delete_variations( $id, true );
		}
		WC_Data_Store::load( 'product' )->delete_from_lookup_table( $id, 'wc_product_meta_lookup' );
		$parent_id = wp_get_post_parent_id( $id );
		if ( 'product_variation' === $type || $parent_id ) {
			wc_delete_product_transients( $parent_id );
		}
		\WooStandIn\Products\AttributeLookup::product_deleted( (int) $id );
	}

	public static function trash_post( $id ) {
		$type = get_post_type( $id );
		if ( 'product' === $type ) {
			WC_Data_Store::load( 'product-variable' )->delete_variations( $id, false );
		}
		if ( in_array( $type, self::TYPES, true ) ) {
			\WooStandIn\Products\AttributeLookup::product_deleted( (int) $id );
		}
		if ( 'shop_order' === $type ) {
			self::set_status_of_refunds( (int) $id, 'trash' );
		}
	}

	private static function set_status_of_refunds( int $order_id, string $status ): void {
		global $wpdb;
		$wpdb->update( $wpdb->posts, array( 'post_status' => $status ), array( 'post_type' => 'shop_order_refund', 'post_parent' => $order_id ) );
	}

	public static function untrash_post( $id ) {
		$type = get_post_type( $id );
		if ( 'product' === $type ) {
			WC_Data_Store::load( 'product-variable' )->untrash_variations( $id );
			wc_product_force_unique_sku( $id );
		}
		if ( in_array( $type, self::TYPES, true ) ) {
			\WooStandIn\Products\AttributeLookup::product_changed( (int) $id, null );
		}
		if ( 'shop_order' === $type ) {
			self::set_status_of_refunds( (int) $id, 'wc-completed' );
		}
	}

	public static function flush_object_meta_cache( $meta_id, $object_id, $meta_key, $meta_value ) {
		WC_Cache_Helper::invalidate_cache_group( "object_$object_id" );
	}
}
