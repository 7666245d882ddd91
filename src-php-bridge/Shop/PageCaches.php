<?php
/**
 * What WordPress and WooCommerce remember of a page of products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

final class PageCaches {

	/** As wc_delete_product_transients() deletes them, by product id. */
	private const TRANSIENTS = array( 'wc_product_children_', 'wc_var_prices_', 'wc_related_', 'wc_child_has_weight_', 'wc_child_has_dimensions_' );

	public function __construct( private readonly \wpdb $wpdb ) {}

	/**
	 * Reads the products anew, in a handful of queries for all of them.
	 *
	 * @param list<int> $ids
	 */
	public function refresh( array $ids ): void {
		wp_cache_delete_multiple( $ids, 'posts' );
		if ( wp_using_ext_object_cache() ) {
			// Else they have been read anew under the lock: see PrimedDetails.
			wp_cache_delete_multiple( $ids, 'post_meta' );
		}
		\WC_Cache_Helper::invalidate_cache_group( 'product_objects' ); // Whole objects, where the shop has switched that on.
		_prime_post_caches( $ids );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return array<int, array<string, list<string|null>>>|null By product id and key; null where another plugin keeps meta elsewhere.
	 */
	public function refresh_meta( array $ids ): ?array {
		wp_cache_delete_multiple( $ids, 'post_meta' );
		/** @var array<int, array<string, list<string|null>>>|bool $meta */
		$meta = update_meta_cache( 'post', $ids );
		return is_array( $meta ) ? $meta : null;
	}

	/**
	 * All terms, of which those of one taxonomy must be as new as the call.
	 *
	 * @param non-empty-list<int> $ids
	 */
	public function refresh_terms( array $ids, string $taxonomy ): void {
		wp_cache_delete_multiple( $ids, $taxonomy . '_relationships' );
		update_object_term_cache( $ids, array( 'product', 'product_variation' ) );
	}

	/**
	 * As a save does for each product.
	 *
	 * @param list<int> $ids
	 */
	public function touch( array $ids ): void {
		if ( array() !== $ids ) {
			$in    = implode( ', ', array_map( 'intval', $ids ) );
			$local = current_datetime()->format( 'Y-m-d H:i:s' );
			$utc   = gmdate( 'Y-m-d H:i:s' );
			$this->wpdb->query( "UPDATE {$this->wpdb->posts} SET post_modified = '{$local}', post_modified_gmt = '{$utc}' WHERE ID IN ( {$in} )" );
		}
	}

	/**
	 * Makes everybody read the products anew, in a persistent cache too.
	 *
	 * @param list<int> $ids
	 */
	public function forget( array $ids ): void {
		foreach ( $ids as $id ) {
			clean_post_cache( $id );
			wp_cache_delete( 'lookup_table', 'object_' . $id );
			\WC_Cache_Helper::invalidate_cache_group( 'product_' . $id );
		}
	}

	/**
	 * What was read or stored inside a transaction that has been rolled back is not true. Tells nobody.
	 *
	 * @param list<int> $ids
	 */
	public function undo( array $ids ): void {
		wp_cache_delete_multiple( $ids, 'posts' );
		wp_cache_delete_multiple( $ids, 'post_meta' );
		clean_object_term_cache( $ids, array( 'product', 'product_variation' ) );
		foreach ( $ids as $id ) {
			wp_cache_delete( 'lookup_table', 'object_' . $id );
			\WC_Cache_Helper::invalidate_cache_group( 'product_' . $id );
		}
	}

	/**
	 * What a full save deletes for each product, in one look for all of them: hardly any is there.
	 *
	 * @param list<\WC_Product> $products
	 */
	public function forget_transients( array $products ): void {
		$names = array();
		foreach ( $products as $product ) {
			foreach ( array_filter( array( $product->get_id(), $product->get_parent_id( 'edit' ) ) ) as $id ) {
				foreach ( self::TRANSIENTS as $prefix ) {
					$names[ $prefix . $id ] = true;
				}
			}
			\WC_Cache_Helper::invalidate_attribute_count( array_keys( $product->get_attributes() ) );
		}
		if ( wp_using_ext_object_cache() ) {
			wp_cache_delete_multiple( array_keys( $names ), 'transient' );
		} elseif ( array() !== $names ) {
			array_map( 'delete_transient', $this->stored( array_keys( $names ) ) );
		}
	}

	/** Gives the memory back; only this process's own, never a persistent cache. */
	public function release_memory(): void {
		if ( wp_cache_supports( 'flush_runtime' ) ) {
			wp_cache_flush_runtime();
		}
	}

	/**
	 * @param non-empty-list<string> $names
	 * @return list<string>
	 */
	private function stored( array $names ): array {
		$prefix = '_transient_';
		$wanted = implode( ', ', array_map( static fn ( string $name ): string => "'{$prefix}{$name}'", $names ) );
		/** @var list<string> $found Our own words and numbers were asked for. */
		$found = $this->wpdb->get_col( "SELECT option_name FROM {$this->wpdb->options} WHERE option_name IN ( {$wanted} )" );
		return array_map( static fn ( string $option ): string => substr( $option, strlen( $prefix ) ), $found );
	}
}
