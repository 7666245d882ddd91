<?php
/**
 * Stores variable products, and syncs them with their variations.
 */

declare(strict_types=1);

class WC_Product_Variable_Data_Store_CPT extends WC_Product_Data_Store_CPT {
	protected function read_product_data( &$product ) {
		parent::read_product_data( $product );
		$product->set_regular_price( '' );
		$product->set_sale_price( '' );
	}

	public function read_children( &$product, $force_read = false ) {
		$name  = 'wc_product_children_' . $product->get_id();
		$known = $force_read ? false : get_transient( $name );
		if ( is_array( $known ) && ! empty( $known['all'] ) && isset( $known['visible'] ) ) {
			return array_map( 'wp_parse_id_list', $known );
		}
		$args = array(
			'post_parent' => $product->get_id(),
			'post_type'   => 'product_variation',
			'post_status' => array( 'publish', 'private' ),
			'orderby'     => array( 'menu_order' => 'ASC', 'ID' => 'ASC' ),
			'fields'      => 'ids',
			'numberposts' => -1,
		);
		$seen = array( 'post_status' => 'publish' ) + $args;
		if ( 'yes' === get_option( 'woocommerce_hide_out_of_stock_items' ) ) {
			$seen['tax_query'] = array( array( 'taxonomy' => 'product_visibility', 'field' => 'name', 'terms' => 'outofstock', 'operator' => 'NOT IN' ) );
		}
		$found = array(
			'all'     => get_posts( apply_filters( 'woocommerce_variable_children_args', $args, $product, false ) ),
			'visible' => get_posts( apply_filters( 'woocommerce_variable_children_args', $seen, $product, true ) ),
		);
		if ( array() !== $found['all'] ) {
			set_transient( $name, $found, 30 * DAY_IN_SECONDS );
		}
		return array_map( 'wp_parse_id_list', $found );
	}

	public function child_is_in_stock( $product ) {
		return $this->child_has_stock_status( $product, 'instock' );
	}

	public function child_has_stock_status( $product, $status ) {
		global $wpdb;
		$children = $product->get_children();
		if ( array() === $children ) {
			return false;
		}
		$sql = "SELECT COUNT( product_id ) FROM {$wpdb->wc_product_meta_lookup} WHERE stock_status = %s AND product_id IN (" . self::list_of( $children ) . ')';
		return (bool) $wpdb->get_var( $wpdb->prepare( $sql, $status ) );
	}

	public function sync_stock_status( &$product ) {
		if ( $product->child_is_in_stock() ) {
			$product->set_stock_status( 'instock' );
			return;
		}
		$product->set_stock_status( $product->child_is_on_backorder() ? 'onbackorder' : 'outofstock' );
	}

	/** A variable product has a price row for each different price of its visible variations, cheapest first. */
	public function sync_price( &$product ) {
		global $wpdb;
		$id       = $product->get_id();
		$children = $product->get_visible_children();
		$prices   = array() === $children ? array() : $wpdb->get_col( "SELECT DISTINCT meta_value FROM {$wpdb->postmeta} WHERE meta_key = '_price' AND post_id IN (" . self::list_of( $children ) . ')' );
		foreach ( array( '_price', '_sale_price', '_regular_price' ) as $key ) {
			delete_post_meta( $id, $key );
		}
		$prices = array_filter( $prices, static fn( ?string $price ): bool => null !== $price && '' !== $price );
		sort( $prices, SORT_NUMERIC );
		foreach ( $prices as $price ) {
			add_post_meta( $id, '_price', $price );
		}
		$this->update_lookup_table( $id, 'wc_product_meta_lookup' );
		do_action( 'woocommerce_updated_product_price', $id );
	}

	public function sync_variation_names( &$product, $previous_name = '', $new_name = '' ) {
		global $wpdb;
		if ( $new_name === $previous_name ) {
			return;
		}
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->posts} SET post_title = REPLACE( post_title, %s, %s ) WHERE post_type = 'product_variation' AND post_parent = %d",
				'' === $previous_name ? 'AUTO-DRAFT' : $previous_name,
				$new_name,
				$product->get_id()
			)
		);
		array_map( 'clean_post_cache', $product->get_children() );
	}

	/** Variations without stock management of their own have the status of a parent that manages stock. */
	public function sync_managed_variation_stock_status( &$product ) {
		global $wpdb;
		$children = $product->get_manage_stock() ? $product->get_children() : array();
		if ( array() === $children ) {
			return;
		}
		$changed = false;
		$sql     = "SELECT DISTINCT post_id FROM {$wpdb->postmeta} WHERE meta_key = '_manage_stock' AND meta_value != 'yes' AND post_id IN (" . self::list_of( $children ) . ')';
		foreach ( $wpdb->get_col( $sql ) as $child ) {
			if ( update_post_meta( (int) $child, '_stock_status', $product->get_stock_status() ) ) {
				$this->update_lookup_table( (int) $child, 'wc_product_meta_lookup' );
				$changed = true;
			}
		}
		if ( $changed ) {
			$found = $this->read_children( $product, true );
			$product->set_children( $found['all'] );
			$product->set_visible_children( $found['visible'] );
		}
	}

	public function delete_variations( $product_id, $force_delete = false ) {
		foreach ( $this->variations_of( (int) $product_id, array( 'any', 'trash', 'auto-draft' ) ) as $id ) {
			if ( $force_delete ) {
				do_action( 'woocommerce_before_delete_product_variation', $id );
				wp_delete_post( $id, true );
				do_action( 'woocommerce_delete_product_variation', $id );
			} else {
				wp_trash_post( $id );
				do_action( 'woocommerce_trash_product_variation', $id );
			}
		}
		delete_transient( 'wc_product_children_' . $product_id );
	}

	public function untrash_variations( $product_id ) {
		array_map( 'wp_untrash_post', $this->variations_of( (int) $product_id, 'trash' ) );
		delete_transient( 'wc_product_children_' . $product_id );
	}

	/**
	 * @param string|list<string> $status
	 * @return list<int>
	 */
	private function variations_of( int $product_id, string|array $status ): array {
		if ( $product_id <= 0 ) {
			return array();
		}
		return get_posts( array( 'post_parent' => $product_id, 'post_type' => 'product_variation', 'fields' => 'ids', 'post_status' => $status, 'numberposts' => -1 ) );
	}

	/** @param list<int> $ids */
	private static function list_of( array $ids ): string {
		return implode( ',', array_map( 'intval', $ids ) );
	}
}
