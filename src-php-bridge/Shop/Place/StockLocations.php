<?php
/**
 * The plugin "Stock Locations for WooCommerce": its locations and their stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Place;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\OtherPlugin\ActivePlugins;

/**
 * A location is a term of the taxonomy `location`; a product's stock there is the post meta `_stock_at_` with the term's
 * id. WooCommerce's own quantity is the sum. We read both through WordPress and load nothing of that plugin.
 */
final class StockLocations {

	private const FOLDER   = 'stock-locations-for-woocommerce';
	private const TAXONOMY = 'location';
	private const META     = '_stock_at_';

	/** @return array<int|string, string> Names by the location's id; empty without the plugin. */
	public function places(): array {
		if ( ! $this->is_active() ) {
			return array();
		}
		$terms  = get_terms(
			array(
				'taxonomy'   => self::TAXONOMY,
				'hide_empty' => false,
			)
		);
		$places = array();
		foreach ( is_array( $terms ) ? $terms : array() as $term ) {
			if ( $term instanceof \WP_Term ) {
				$places[ $term->term_id ] = $term->name;
			}
		}
		return $places;
	}

	/**
	 * @param list<int> $product_ids
	 * @return array<int, array<int|string, float>> Quantities by product and location; a product without locations is missing.
	 */
	public function quantities( array $product_ids ): array {
		$places = array_map( 'strval', array_keys( $this->places() ) );
		if ( array() === $places || array() === $product_ids ) {
			return array();
		}
		// A worker of many seconds must not go by what its process has cached before.
		array_map( static fn ( int $id ): bool => wp_cache_delete( $id, 'post_meta' ), $product_ids );
		update_meta_cache( 'post', $product_ids );
		$quantities = array();
		foreach ( $product_ids as $id ) {
			foreach ( $places as $place ) {
				$stored = get_post_meta( $id, self::META . $place, true );
				if ( is_numeric( $stored ) ) {
					$quantities[ $id ][ $place ] = (float) $stored;
				}
			}
		}
		return $quantities;
	}

	private function is_active(): bool {
		return ActivePlugins::is_active( self::FOLDER ) && taxonomy_exists( self::TAXONOMY );
	}
}
