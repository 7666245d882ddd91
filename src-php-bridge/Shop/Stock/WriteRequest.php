<?php
/**
 * What is asked of the stock writer for one page.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;

final class WriteRequest {

	/**
	 * @param list<int> $product_ids Ascending, each once.
	 * @param \Closure(list<int>, array<int, float|null>, array<int, ShopProduct>): array<int, float|null> $targets
	 * @param \Closure(array<int, WriteResult>): void $before_commit
	 */
	public function __construct(
		public readonly array $product_ids,
		public readonly \Closure $targets,
		public readonly \Closure $before_commit,
		public readonly WriteOptions $options,
	) {}
}
