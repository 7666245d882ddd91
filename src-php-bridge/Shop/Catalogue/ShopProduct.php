<?php
/**
 * One product or variation of the shop, as far as its stock goes.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Catalogue;

defined( 'ABSPATH' ) || exit;

final class ShopProduct {

	/**
	 * @param int             $parent_id    0 for everything but a variation.
	 * @param string          $name         Its title.
	 * @param string          $type         WooCommerce's slug: simple, variable, variation, external …
	 * @param ProductKind     $kind         What that type means for a number of its own.
	 * @param string          $sku          Its own, trimmed; '' where it has none, or leaves it to its parent or variation (SharedSkus).
	 * @param float|null      $stock        Null if no number was ever set, or the product keeps none of its own.
	 * @param non-empty-list<int> $translations Ids of the whole translation set, this one included, ascending.
	 * @param bool            $excluded     The owner has excluded it or its parent.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $parent_id,
		public readonly string $name,
		public readonly string $type,
		public readonly ProductKind $kind,
		public readonly string $sku,
		public readonly StockManagement $managed,
		public readonly ?float $stock,
		public readonly array $translations,
		public readonly bool $excluded,
	) {}
}
