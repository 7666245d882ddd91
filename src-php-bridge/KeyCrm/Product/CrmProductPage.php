<?php
/**
 * One page of GET /products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Product;

defined( 'ABSPATH' ) || exit;

final class CrmProductPage {

	/**
	 * @param int              $last_page At least 1.
	 * @param list<CrmProduct> $products
	 */
	public function __construct(
		public readonly int $last_page,
		public readonly array $products,
	) {}
}
