<?php
/**
 * How the number of one product is made up now.
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
	 * @param int|null $read_at  When they were read, unix milliseconds; null if KeyCRM has no level for the product.
	 */
	public function __construct(
		public readonly ShopProduct $product,
		public readonly Decision $decision,
		public readonly ?int $read_at,
	) {}
}
