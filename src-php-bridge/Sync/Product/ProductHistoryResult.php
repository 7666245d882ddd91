<?php
/**
 * One product, its level in KeyCRM, and the numbers written for it.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Stock\StockLevel;

final class ProductHistoryResult {

	/** @param list<Change> $changes Oldest first. */
	public function __construct(
		public readonly ShopProduct $product,
		public readonly ?StockLevel $level,
		public readonly array $changes,
	) {}
}
