<?php
/**
 * How the number of one product of the shop comes about now.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Sync\Availability\Decision;

final class StockExplanation {

	/**
	 * @param Decision $decision What the next run would do with KeyCRM's numbers as they were last read.
	 * @param int|null $read_at  When that was, unix milliseconds; null where KeyCRM said nothing of the product.
	 */
	public function __construct(
		public readonly ShopProduct $product,
		public readonly Decision $decision,
		public readonly ?int $read_at,
	) {}
}
