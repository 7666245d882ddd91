<?php
/**
 * Groups the products of a page into translation sets.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Match;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;

/**
 * All translations of a product count as one product. The first that has an SKU is the main one, and the
 * numbers of all of them are compared.
 */
final class TranslationSets {

	public function __construct( private readonly Catalogue $catalogue ) {}

	/**
	 * @param list<ShopProduct> $products
	 * @return list<TranslationSet> A set is left out if its main product is not on this page.
	 */
	public function for_products( array $products ): array {
		if ( $this->are_single( $products ) ) {
			return array_map( static fn ( ShopProduct $product ): TranslationSet => new TranslationSet( $product, array( $product ) ), $products );
		}
		$known = array();
		foreach ( $products as $product ) {
			$known[ $product->id ] = $product;
		}
		$elsewhere = array();
		foreach ( $products as $product ) {
			array_push( $elsewhere, ...array_diff( $product->translations, array_keys( $known ) ) );
		}
		foreach ( $this->catalogue->by_ids( array_values( array_unique( $elsewhere ) ) ) as $product ) {
			$known[ $product->id ] = $product;
		}
		$sets = array();
		foreach ( $products as $product ) {
			$members = array_values( array_intersect_key( $known, array_flip( $product->translations ) ) );
			if ( array() !== $members && $this->shown_member( $members ) === $product ) {
				$sets[] = new TranslationSet( $product, $members );
			}
		}
		return $sets;
	}

	/**
	 * So it is in every shop with one language.
	 *
	 * @param list<ShopProduct> $products
	 */
	private function are_single( array $products ): bool {
		foreach ( $products as $product ) {
			if ( count( $product->translations ) > 1 ) {
				return false;
			}
		}
		return true;
	}

	/** @param list<ShopProduct> $members */
	private function shown_member( array $members ): ?ShopProduct {
		usort( $members, static fn ( ShopProduct $one, ShopProduct $other ): int => array( '' === $one->sku, $one->id ) <=> array( '' === $other->sku, $other->id ) );
		return $members[0] ?? null;
	}
}
