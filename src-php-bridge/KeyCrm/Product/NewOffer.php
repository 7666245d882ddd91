<?php
/**
 * A variant of a product that KeyCRM is asked to make.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Product;

defined( 'ABSPATH' ) || exit;

/** Fields of POST /products/{id}/offers (keycrm-server/API.md §5). Null and '' are not sent. */
final class NewOffer {

	/**
	 * @param ?float                                   $price      In units of the product's currency.
	 * @param ?float                                   $weight     In kilograms (an assumption, API.md §5).
	 * @param string                                   $picture    An address; '' for none.
	 * @param list<array{name: string, value: string}> $properties What tells it from the other variants: size, colour …
	 * @param string                                   $name       '' unless KeyCRM asks for one.
	 */
	public function __construct(
		public readonly string $sku,
		public readonly string $barcode,
		public readonly ?float $price,
		public readonly ?float $weight,
		public readonly string $picture,
		public readonly array $properties,
		public readonly string $name = '',
	) {}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return array_filter(
			array(
				'name'       => $this->name,
				'sku'        => $this->sku,
				'barcode'    => $this->barcode,
				'price'      => $this->price,
				'weight'     => $this->weight,
				'image_url'  => $this->picture,
				'properties' => $this->properties,
			),
			static fn ( mixed $value ): bool => ! in_array( $value, array( null, '', array() ), true )
		);
	}
}
