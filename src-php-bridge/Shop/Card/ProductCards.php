<?php
/**
 * Reads cards of products through WooCommerce.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Card;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\Sku;

/** Loads whole products, so it is for some hundred at a time. */
final class ProductCards {

	/** KeyCRM's own plugin notes here which product of KeyCRM it has made (keycrm-server/API.md §12). */
	private const HINT = '_keycrm_product_id';

	/**
	 * @param list<int> $ids
	 * @return array<int, ProductCard> By id; what WooCommerce cannot load is missing.
	 */
	public function load( array $ids ): array {
		_prime_post_caches( $ids );
		$cards = array();
		foreach ( $ids as $id ) {
			$product = wc_get_product( $id );
			if ( $product instanceof \WC_Product ) {
				$cards[ $id ] = $this->card( $product );
			}
		}
		return $cards;
	}

	private function card( \WC_Product $product ): ProductCard {
		$found  = $product->get_parent_id() > 0 ? wc_get_product( $product->get_parent_id() ) : null;
		$parent = $found instanceof \WC_Product ? $found : null;
		$whole  = $parent ?? $product;
		return new ProductCard(
			$product->get_id(),
			null === $parent ? 0 : $parent->get_id(),
			self::plain( $whole->get_name( 'edit' ) ),
			Sku::trim( (string) $product->get_sku( 'edit' ) ),
			null === $parent ? '' : Sku::trim( (string) $parent->get_sku( 'edit' ) ),
			self::barcode( $product ),
			is_numeric( $product->get_regular_price( 'edit' ) ) ? (float) $product->get_regular_price( 'edit' ) : null,
			is_numeric( $product->get_price( 'edit' ) ) ? (float) $product->get_price( 'edit' ) : null,
			get_woocommerce_currency(),
			// A variation without a weight has its product's.
			is_numeric( $product->get_weight() ) && (float) $product->get_weight() > 0 ? round( (float) wc_get_weight( (float) $product->get_weight(), 'kg' ), 6 ) : null,
			self::pictures( $product ),
			null === $parent ? array() : self::pictures( $parent ),
			self::categories( $whole ),
			null === $parent ? array() : self::properties( $product, $parent ),
			(int) $whole->get_meta( self::HINT )
		);
	}

	/** WooCommerce has this field since 9.2. */
	private static function barcode( \WC_Product $product ): string {
		return is_callable( array( $product, 'get_global_unique_id' ) ) ? trim( (string) $product->get_global_unique_id( 'edit' ) ) : '';
	}

	/** @return list<string> */
	private static function pictures( \WC_Product $product ): array {
		$ids  = array( (int) $product->get_image_id( 'edit' ), ...array_map( 'intval', array_values( $product->get_gallery_image_ids( 'edit' ) ) ) );
		$urls = array_map( static fn ( int $id ): string => (string) wp_get_attachment_url( $id ), array_filter( $ids ) );
		return array_values( array_unique( array_filter( $urls, static fn ( string $url ): bool => 1 === preg_match( '#^https?://#', $url ) ) ) );
	}

	/** @return list<list<string>> The category that WooCommerce gives to products without one is left out. */
	private static function categories( \WC_Product $product ): array {
		$paths = array();
		foreach ( array_diff( array_map( 'intval', $product->get_category_ids( 'edit' ) ), array( (int) get_option( 'default_product_cat' ) ) ) as $id ) {
			$names = array();
			foreach ( array( ...array_reverse( get_ancestors( $id, 'product_cat', 'taxonomy' ) ), $id ) as $one ) {
				$term    = get_term( (int) $one, 'product_cat' );
				$names[] = $term instanceof \WP_Term ? self::plain( $term->name ) : '';
			}
			$paths[] = $names;
		}
		usort( $paths, static fn ( array $one, array $other ): int => count( $other ) <=> count( $one ) );
		return $paths;
	}

	/**
	 * Labels instead of slugs. An attribute of which any value will do does not tell the variation from others.
	 *
	 * @return list<array{name: string, value: string}>
	 */
	private static function properties( \WC_Product $variation, \WC_Product $parent ): array {
		$properties = array();
		foreach ( $variation->get_attributes( 'edit' ) as $key => $value ) {
			if ( ! is_string( $value ) || '' === $value ) {
				continue;
			}
			$term         = taxonomy_exists( (string) $key ) ? get_term_by( 'slug', $value, (string) $key ) : false;
			$properties[] = array(
				'name'  => self::plain( wc_attribute_label( (string) $key, $parent ) ),
				'value' => self::plain( $term instanceof \WP_Term ? $term->name : $value ),
			);
		}
		return $properties;
	}

	private static function plain( string $text ): string {
		return trim( html_entity_decode( wp_strip_all_tags( $text ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
	}
}
