<?php
/**
 * Which numbers a page of products shall have.
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
	 * Called inside the writer's lock, more than once where a page is tried again.
	 *
	 * @param array<int, float|null>  $present  The numbers that the products have at this moment.
	 * @param array<int, ShopProduct> $products The products as they are at this moment; one that is gone is missing.
	 * @return array<int, float> By product id; a product that must be left alone is missing.
	 */
	public function targets( array $present, array $products ): array;

	/**
	 * What has become of a change.
	 *
	 * @param array<int, WriteResult> $results By product id.
	 */
	public function noted( Change $change, array $results, int $now_ms ): Change;

	/**
	 * What later runs must know of it; stored with the numbers, or not at all.
	 *
	 * @param list<Change> $notes As noted() gave them.
	 */
	public function remember( array $notes ): void;
}
