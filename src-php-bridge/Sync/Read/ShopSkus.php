<?php
/**
 * Goes through the shop's SKUs, product by product.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Catalogue\StockManagement;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Sync\Match\TranslationSets;

final class ShopSkus {

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly TranslationSets $sets,
		private readonly LevelTable $levels,
	) {}

	/**
	 * @param int $limit Most products to go through.
	 * @param int $since Unix milliseconds; offers read since then are known.
	 * @return array{list<ShopSku>, int}|null The SKUs that a run has to know about, and the last product
	 *         that was looked at; null at the end.
	 */
	public function page( int $after_id, int $limit, int $since ): ?array {
		$products = $this->catalogue->page( $after_id, $limit );
		if ( array() === $products ) {
			return null;
		}
		$wanted  = array();
		$selling = array();
		foreach ( $this->sets->for_products( $products ) as $set ) {
			$product = $set->product;
			if ( '' !== $product->sku && ! $product->excluded ) {
				$wanted[]                = $product;
				$selling[ $product->id ] = array() !== array_filter( $set->holders( false ), static fn ( ShopProduct $holder ): bool => $holder->stock > 0 );
			}
		}
		$known = $this->levels->read_since( array_map( static fn ( ShopProduct $product ): string => $product->sku, $wanted ), $since );
		$skus  = array();
		foreach ( $wanted as $product ) {
			$rows = $known[ 'sku:' . $product->sku ] ?? array();
			if ( array() !== $rows || ! $this->is_mere_shell( $product ) ) {
				$skus[] = new ShopSku( $product->id, $product->sku, $rows, $selling[ $product->id ] );
			}
		}
		return array( $skus, $products[ count( $products ) - 1 ]->id );
	}

	/** Whether it is a variable product without a number. Its SKU has no offer in KeyCRM, and no number could be written to it. */
	private function is_mere_shell( ShopProduct $product ): bool {
		return StockManagement::Off === $product->managed && ! $product->kind->is_listed_without_sku();
	}
}
