<?php
/**
 * What WordPress and WooCommerce remember of a page of products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\AfterWrite;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;

final class ProductCaches {

	/** As wc_delete_product_transients() deletes them, by product id. */
	private const TRANSIENTS = array( 'wc_product_children_', 'wc_var_prices_', 'wc_related_', 'wc_child_has_weight_', 'wc_child_has_dimensions_' );

	/** What WooCommerce reads from terms while it builds and saves a product. */
	private const TAXONOMIES = array( 'product_type', 'product_visibility' );

	public function __construct( private readonly Database $database ) {}

	/**
	 * Reads the products anew, in a handful of queries for all of them.
	 *
	 * @param list<int> $ids
	 */
	public function refresh( array $ids ): void {
		wp_cache_delete_multiple( $ids, 'posts' );
		wp_cache_delete_multiple( $ids, 'post_meta' );
		foreach ( self::TAXONOMIES as $taxonomy ) {
			wp_cache_delete_multiple( $ids, $taxonomy . '_relationships' );
		}
		\WC_Cache_Helper::invalidate_cache_group( 'product_objects' ); // Whole objects, where the shop has switched that on.
		_prime_post_caches( $ids );
	}

	/**
	 * As a save does for each product.
	 *
	 * @param list<int> $ids
	 * @throws DatabaseError
	 */
	public function touch( array $ids ): void {
		if ( array() !== $ids ) {
			$in    = implode( ', ', array_map( 'intval', $ids ) );
			$local = current_datetime()->format( 'Y-m-d H:i:s' );
			$utc   = gmdate( 'Y-m-d H:i:s' );
			$this->database->run( "UPDATE {$this->database->names->posts} SET post_modified = '{$local}', post_modified_gmt = '{$utc}' WHERE ID IN ( {$in} )" );
		}
	}

	/**
	 * Removes the products from all caches, a persistent one too, so that every process reads them again.
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
	 * Forgets what was cached inside a transaction that has been rolled back. No listener is told.
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
	 * Deletes the transients that a full save would delete for each product. One query finds those that exist, which are few.
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

	/** Frees this process's memory; a persistent cache is not touched. */
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
		$found  = $this->database->column( "SELECT option_name FROM {$this->database->names->options} WHERE option_name IN ( {$wanted} )" );
		return array_map( static fn ( ?string $option ): string => substr( (string) $option, strlen( $prefix ) ), $found );
	}
}
