<?php
/**
 * What the shop keeps of products beside their posts.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

interface ProductDetails {

	/**
	 * The first value of each key, as WordPress reads it where a key is there twice.
	 *
	 * @param non-empty-list<int>    $ids
	 * @param non-empty-list<string> $keys
	 * @param string                 $mark A key of categories.
	 * @return array{array<int, array<string, string|null>>, list<int>} And the categories that have a 'yes' there.
	 */
	public function meta( array $ids, array $keys, string $mark ): array;

	/**
	 * @param non-empty-list<int> $ids
	 * @return array<int, string> By product id; a product without one is simple.
	 */
	public function types( array $ids ): array;
}
