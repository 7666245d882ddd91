<?php
/**
 * What is sold of a product that is to be made: itself, or one of its variations.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Draft;

defined( 'ABSPATH' ) || exit;

final class NewDraftOffer {

	/**
	 * @param ?float                                   $price      In the shop's currency; null for none.
	 * @param ?float                                   $weight     In kilograms.
	 * @param list<array{name: string, value: string}> $properties
	 */
	public function __construct(
		public readonly int $offer_id,
		public readonly string $sku,
		public readonly string $barcode,
		public readonly ?float $price,
		public readonly ?float $weight,
		public readonly array $properties,
	) {}
}
