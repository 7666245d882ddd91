<?php
/**
 * Finds which shop product belongs to which offer, by SKU, and duplicates.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Match;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Store\Level\LevelMatches;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Store\Level\LevelTable;

/**
 * Marks each level with the product that has its SKU, and with a second one (twin) if there is one. So duplicates
 * are found however far apart they stand, in constant memory. If nothing has changed since the last run, the marks
 * are right already and nothing is written.
 */
final class SkuMatcher {

	public function __construct(
		private readonly LevelTable $levels,
		private readonly LevelMatches $claims,
		private readonly Catalogue $catalogue,
	) {}

	/**
	 * @param list<ShopProduct> $products One page.
	 * @return array<string, list<LevelRow>> The levels with their SKUs, of any run; keyed as LevelTable does.
	 */
	public function levels_of( array $products ): array {
		return $this->levels->by_skus( array_values( array_filter( array_map( static fn ( ShopProduct $product ): string => $product->sku, $products ), static fn ( string $sku ): bool => '' !== $sku ) ) );
	}

	/**
	 * @param list<string> $skus
	 * @return list<ShopProduct> All listed products with one of the SKUs.
	 */
	public function products_with( array $skus ): array {
		$ids = array();
		foreach ( array_merge( ...array_values( $this->levels->by_skus( $skus ) ) ) as $row ) {
			array_push( $ids, ...$row->claimants() );
		}
		// An SKU with odd white space is found in no index, only by the product that an earlier run has matched with it.
		return $this->catalogue->by_skus( $skus, $ids );
	}

	/**
	 * Stores nothing itself, so that the caller can note first that earlier pages must be computed anew.
	 *
	 * @param list<ShopProduct>          $products  Every product with an SKU whose id is above $after_id and not above $last_id.
	 * @param \Closure( LevelRow ): bool $is_listed Whether KeyCRM still has the level's offer, as far as the run knows.
	 */
	public function matches( array $products, \Closure $is_listed, int $after_id, int $last_id ): PageMatches {
		$page = $this->with_marks( $products, $is_listed, $after_id );

		[ $stale, $translated ] = $this->stale( $products, $after_id, $last_id );
		return new PageMatches( $page->levels, $page->changed, $stale, $page->is_late || $translated );
	}

	/**
	 * The same for some SKUs, without a look at marks of other products.
	 *
	 * @param list<ShopProduct>          $products  Every product with one of the SKUs.
	 * @param \Closure( LevelRow ): bool $is_listed As above.
	 */
	public function matches_of_skus( array $products, \Closure $is_listed ): PageMatches {
		return $this->with_marks( $products, $is_listed, 0 );
	}

	/**
	 * @param list<ShopProduct>          $products
	 * @param \Closure( LevelRow ): bool $is_listed
	 */
	private function with_marks( array $products, \Closure $is_listed, int $after_id ): PageMatches {
		$levels  = $this->levels_of( $products );
		$living  = $this->living( $products, $levels, $is_listed );
		$changed = array();
		$late    = false;
		foreach ( $products as $product ) {
			$rows = $levels[ 'sku:' . $product->sku ] ?? array();
			foreach ( $rows as $row ) {
				$marked = $is_listed( $row ) ? $this->marked( $row, $product, $living ) : $row;
				if ( $marked !== $row ) {
					$changed[ $row->level->offer_id ] = $marked;
					$late                             = $late || min( array( PHP_INT_MAX, ...$row->claimants(), ...$marked->claimants() ) ) <= $after_id;
				}
			}
			if ( array() !== $rows ) {
				$levels[ 'sku:' . $product->sku ] = array_map( static fn ( LevelRow $row ): LevelRow => $changed[ $row->level->offer_id ] ?? $row, $rows );
			}
		}
		return new PageMatches( $levels, $changed, array(), $late );
	}

	public function store( PageMatches $page ): void {
		$this->claims->release( $page->stale );
		$first = array();
		foreach ( $page->changed as $offer_id => $row ) {
			if ( null !== $row->product_id && null === $row->twin_id ) {
				$first[ $offer_id ] = $row->product_id;
			} else {
				$this->claims->set( $offer_id, $row->product_id, $row->twin_id );
			}
		}
		$this->claims->set_all( $first );
	}

	/**
	 * Marks with products that no longer exist, or have another SKU now.
	 *
	 * @param list<ShopProduct> $products
	 * @return array{list<int>, bool} The offers, and whether one of those products has translations, which may be on an earlier page.
	 */
	private function stale( array $products, int $after_id, int $last_id ): array {
		$known = array_column( $products, null, 'id' );
		$stale = array();
		$late  = false;
		foreach ( $this->claims->between( $after_id, $last_id ) as [ $offer_id, $product_id, $sku ] ) {
			if ( ( $known[ $product_id ]->sku ?? '' ) !== $sku ) {
				$stale[] = $offer_id;
				$late    = $late || count( $known[ $product_id ]->translations ?? array() ) > 1;
			}
		}
		return array( $stale, $late );
	}

	/**
	 * The level with its marks after this product. Translations of a product count as that product.
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
	 * Products that are marked on these levels, are not on this page, and still exist.
	 *
	 * @param list<ShopProduct>             $products
	 * @param array<string, list<LevelRow>> $levels
	 * @param \Closure( LevelRow ): bool    $is_listed
	 * @return array<int, ShopProduct>
	 */
	private function living( array $products, array $levels, \Closure $is_listed ): array {
		$living = array();
		foreach ( $products as $product ) {
			$living[ $product->id ] = $product;
		}
		$asked = array();
		foreach ( $levels as $rows ) {
			foreach ( $rows as $row ) {
				array_push( $asked, ...( $is_listed( $row ) ? $row->claimants() : array() ) );
			}
		}
		$missing = array_values( array_diff( array_unique( $asked ), array_keys( $living ) ) );
		foreach ( $this->catalogue->by_ids( $missing ) as $product ) {
			$living[ $product->id ] = $product;
		}
		return $living;
	}
}
