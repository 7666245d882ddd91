<?php
/**
 * What another system is told of a product or variation of the shop.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Card;

defined( 'ABSPATH' ) || exit;

final class ProductCard {

	/**
	 * @param int                                      $parent_id  0 for everything but a variation.
	 * @param string                                   $name       Plain text; of a variation its product's.
	 * @param string                                   $sku        Its own, trimmed; '' for none.
	 * @param string                                   $parent_sku Of a variation's product; '' for none.
	 * @param string                                   $barcode    WooCommerce's GTIN, UPC, EAN or ISBN; '' for none.
	 * @param ?float                                   $price      The regular one, in the shop's currency; null for none.
	 * @param ?float                                   $current_price What it costs now: the price of a sale while that lasts.
	 * @param ?float                                   $weight     In kilograms; null for none.
	 * @param list<string>                             $pictures   Addresses, the main one first; of a variation its own alone.
	 * @param list<string>                             $parent_pictures Of a variation's product.
	 * @param list<list<string>>                       $categories Names from the top to the category itself, the longest way first.
	 * @param list<array{name: string, value: string}> $properties What tells a variation from the others, as shoppers read it.
	 * @param int                                      $hint       KeyCRM's product, as its own plugin has noted it; 0 for none.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $parent_id,
		public readonly string $name,
		public readonly string $sku,
		public readonly string $parent_sku,
		public readonly string $barcode,
		public readonly ?float $price,
		public readonly ?float $current_price,
		public readonly string $currency,
		public readonly ?float $weight,
		public readonly array $pictures,
		public readonly array $parent_pictures,
		public readonly array $categories,
		public readonly array $properties,
		public readonly int $hint,
	) {}
}
