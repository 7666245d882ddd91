<?php
/**
 * Finds products: by SKU through the lookup table, and by the arguments of wc_get_products().
 */

declare(strict_types=1);

namespace WooStandIn\Products\Store;

use WC_Product_Query;
use WP_Query;

trait FindsProducts {
	public function get_product_id_by_sku( $sku ) {
		return (int) apply_filters( 'woocommerce_get_product_id_by_sku', $this->first_with_sku( (string) $sku, 0 ), $sku );
	}

	public function is_existing_sku( $product_id, $sku ) {
		return null !== $this->first_with_sku( wp_slash( (string) $sku ), (int) $product_id );
	}

	/** The database compares, and ignores case in the usual collations. */
	private function first_with_sku( string $sku, int $other_than ): ?string {
		global $wpdb;
		return $wpdb->get_var(
			$wpdb->prepare(
				"SELECT p.ID FROM {$wpdb->posts} p INNER JOIN {$wpdb->wc_product_meta_lookup} l ON l.product_id = p.ID
				WHERE p.post_type IN ( 'product', 'product_variation' ) AND p.post_status != 'trash' AND l.sku = %s AND l.product_id <> %d LIMIT 1",
				$sku,
				$other_than
			)
		);
	}

	public function get_products( $args = array() ) {
		return ( new WC_Product_Query( $args ) )->get_products();
	}

	public function query( $query_vars ) {
		$query = new WP_Query( $this->get_wp_query_args( $query_vars ) );
		$found = $query->posts;
		if ( 'ids' !== ( $query_vars['return'] ?? 'objects' ) ) {
			$found = array_values( array_filter( array_map( 'wc_get_product', $found ) ) );
		}
		if ( empty( $query_vars['paginate'] ) ) {
			return $found;
		}
		return (object) array( 'products' => $found, 'total' => $query->found_posts, 'max_num_pages' => $query->max_num_pages );
	}

	protected function get_wp_query_args( $query_vars ) {
		$types = (array) $query_vars['type'];
		$terms = array_values( array_diff( $types, array( 'variation' ) ) );
		$args  = array(
			'fields'           => 'ids',
			'post_type'        => array( ...( $terms ? array( 'product' ) : array() ), ...( in_array( 'variation', $types, true ) ? array( 'product_variation' ) : array() ) ),
			'post_status'      => $query_vars['status'],
			'posts_per_page'   => $query_vars['limit'],
			'paged'            => max( 1, (int) $query_vars['page'] ),
			'offset'           => $query_vars['offset'],
			'orderby'          => $query_vars['orderby'],
			'order'            => $query_vars['order'],
			'post__in'         => (array) $query_vars['include'],
			'post__not_in'     => (array) $query_vars['exclude'],
			'no_found_rows'    => empty( $query_vars['paginate'] ),
			'suppress_filters' => false,
			'meta_query'       => $this->meta_query( $query_vars ),
		);
		if ( ! in_array( 'variation', $types, true ) ) {
			$args['tax_query'] = array( array( 'taxonomy' => 'product_type', 'field' => 'slug', 'terms' => $terms ) );
		}
		foreach ( array( 'parent' => 'post_parent', 'name' => 'name' ) as $from => $to ) {
			if ( '' !== $query_vars[ $from ] ) {
				$args[ $to ] = $query_vars[ $from ];
			}
		}
		$args = array_filter( $args, static fn( mixed $value ): bool => '' !== $value && array() !== $value );
		return apply_filters( 'woocommerce_product_data_store_cpt_get_products_query', $args, $query_vars, $this );
	}

	/** @return list<array<string, mixed>> */
	private function meta_query( array $query_vars ): array {
		$meta = array();
		foreach ( array( 'sku' => '_sku', 'stock_status' => '_stock_status', 'stock_quantity' => '_stock', 'backorders' => '_backorders' ) as $name => $key ) {
			if ( '' !== ( $query_vars[ $name ] ?? '' ) ) {
				// Part of an SKU finds the product, as in WooCommerce.
				$meta[] = array( 'key' => $key, 'value' => $query_vars[ $name ], 'compare' => 'sku' === $name ? 'LIKE' : '=' );
			}
		}
		if ( isset( $query_vars['manage_stock'] ) ) {
			$meta[] = array( 'key' => '_manage_stock', 'value' => wc_bool_to_string( $query_vars['manage_stock'] ) );
		}
		return $meta;
	}
}
