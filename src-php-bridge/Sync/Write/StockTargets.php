<?php
/**
 * The numbers that a page of products gets.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Write;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Stock\WriteResult;
use KeyCrmStock\Value\Change\Change;

interface StockTargets {

	/** @return list<int> Every product of the page, translations included, ascending. */
	public function product_ids(): array;

	/**
	 * Computes them inside the writer's lock. Called again if a page is tried again.
	 *
	 * @param array<int, float|null>  $present  The numbers that the products have at this moment.
	 * @param array<int, ShopProduct> $products The products as they are at this moment; deleted ones are missing.
	 * @return array<int, float> By product id; a product that must not be written is missing.
	 */
	public function targets( array $present, array $products ): array;

	/**
	 * The change with its result.
	 *
	 * @param array<int, WriteResult> $results By product id.
	 */
	public function with_result( Change $change, array $results, int $now_ms ): Change;

	/**
	 * Stores what later runs must know, in the transaction of the numbers.
	 *
	 * @param list<Change> $notes As noted() gave them.
	 */
	public function remember( array $notes ): void;
}
