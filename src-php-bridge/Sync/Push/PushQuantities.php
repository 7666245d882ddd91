<?php
/**
 * How much KeyCRM gets of a product.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Sync\Availability\Decision;
use KeyCrmStock\Value\Stock\PushedStock;

interface PushQuantities {

	/**
	 * @param ShopProduct $product The main product of a translation set.
	 * @param float       $number  The shop's number; may be below 0.
	 * @return PushedStock|Decision A decision if KeyCRM gets nothing.
	 */
	public function pushed( ShopProduct $product, LevelRow $row, float $number ): PushedStock|Decision;
}
