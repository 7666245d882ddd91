<?php
/**
 * What a matched product's number should be, on the side that a run writes.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Availability;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Value\Stock\StockLevel;

interface NumberRule {

	/** @return string Why this level cannot be used: '' or a PROBLEM_ constant of StockLevel. */
	public function problem( StockLevel $level ): string;

	/**
	 * @param ShopProduct                 $product The main product of a translation set.
	 * @param non-empty-list<ShopProduct> $holders Those of the set that keep the number.
	 */
	public function decide( ShopProduct $product, LevelRow $row, array $holders ): Decision;
}
