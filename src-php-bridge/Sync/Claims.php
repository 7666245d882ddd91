<?php
/**
 * Which shop product answers to which SKU.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue;
use KeyCrmStock\Shop\ShopProduct;
use KeyCrmStock\Store\LevelClaims;
use KeyCrmStock\Store\LevelRow;
use KeyCrmStock\Store\LevelTable;

/**
 * Goes over the shop before anything is computed and leaves a mark on each level: the product that
 * answers to its SKU, and a second one (twin) where there is one. So a duplicate is known however far
 * apart the two stand, in constant memory; and where nothing has changed since the last run, the
 * marks are right already and nothing is written.
 */
final class Claims {

	public function __construct(
		private readonly LevelTable $levels,
		private readonly LevelClaims $claims,
		private readonly Catalogue $catalogue,
	) {}

	/** @param list<ShopProduct> $products One page. */
	public function mark( array $products, int $run_id ): void {
		$skus   = array_values( array_filter( array_map( static fn ( ShopProduct $product ): string => $product->sku, $products ), static fn ( string $sku ): bool => '' !== $sku ) );
		$levels = $this->levels->by_skus( $skus, $run_id );
		$living = $this->living( $products, $levels );
		$first  = array();
		foreach ( $products as $product ) {
			foreach ( $levels[ 'sku:' . $product->sku ] ?? array() as $index => $row ) {
				$marked = $this->marked( $row, $product, $living );
				if ( $marked === $row ) {
					continue;
				}
				$levels[ 'sku:' . $product->sku ][ $index ] = $marked;
				$offer_id                                   = $row->level->offer_id;
				if ( null === $row->product_id && null === $marked->twin_id ) {
					$first[ $offer_id ] = (int) $marked->product_id;
					continue;
				}
				unset( $first[ $offer_id ] );
				$this->claims->set( $offer_id, $marked->product_id, $marked->twin_id );
			}
		}
		$this->claims->set_all( $first );
	}

	/**
	 * Takes the marks away that rest on products which are gone, or have another SKU now: nobody answers
	 * to those levels any more.
	 *
	 * @param list<ShopProduct> $products Every product with an SKU whose id is above $after_id and not above $last_id.
	 */
	public function release( array $products, int $after_id, int $last_id ): void {
		$skus = array();
		foreach ( $products as $product ) {
			$skus[ $product->id ] = $product->sku;
		}
		$stale = array();
		foreach ( $this->claims->between( $after_id, $last_id ) as [ $offer_id, $product_id, $sku ] ) {
			if ( ( $skus[ $product_id ] ?? '' ) !== $sku ) {
				$stale[] = $offer_id;
			}
		}
		$this->claims->release( $stale );
	}

	/**
	 * The level's mark after this product has been seen. Translations of a product count as that product.
	 *
	 * @param array<int, ShopProduct> $living
	 */
	private function marked( LevelRow $row, ShopProduct $product, array $living ): LevelRow {
		$holds = static fn ( ?int $id ): ?int => null !== $id && isset( $living[ $id ] ) && $living[ $id ]->sku === $product->sku ? $id : null;
		$twin  = $holds( $row->twin_id );
		$owner = $holds( $row->product_id ) ?? $twin;
		$twin  = $owner === $twin ? null : $twin;
		if ( null === $owner ) {
			$owner = $product->id;
		} elseif ( in_array( $owner, $product->translations, true ) ) {
			$twin = in_array( $twin, $product->translations, true ) ? null : $twin;
		} else {
			$twin ??= $product->id;
		}
		return $row->product_id === $owner && $row->twin_id === $twin ? $row : $row->claimed_by( $owner, $twin );
	}

	/**
	 * The products that stand on these levels already and are not on this page, if they still live.
	 *
	 * @param list<ShopProduct>             $products
	 * @param array<string, list<LevelRow>> $levels
	 * @return array<int, ShopProduct>
	 */
	private function living( array $products, array $levels ): array {
		$living = array();
		foreach ( $products as $product ) {
			$living[ $product->id ] = $product;
		}
		$asked = array();
		foreach ( $levels as $rows ) {
			foreach ( $rows as $row ) {
				array_push( $asked, ...array_filter( array( $row->product_id, $row->twin_id ) ) );
			}
		}
		$missing = array_values( array_diff( array_unique( $asked ), array_keys( $living ) ) );
		foreach ( $this->catalogue->by_ids( $missing ) as $product ) {
			$living[ $product->id ] = $product;
		}
		return $living;
	}
}
