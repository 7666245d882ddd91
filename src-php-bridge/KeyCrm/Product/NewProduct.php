<?php
/**
 * A product that KeyCRM is asked to make.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Product;

defined( 'ABSPATH' ) || exit;

/**
 * Fields of POST /products (keycrm-server/API.md §5). Null and '' are not sent, so KeyCRM takes its own defaults.
 */
final class NewProduct {

	/** KeyCRM takes so many pictures of a product. */
	public const MOST_PICTURES = 6;

	/**
	 * @param string       $sku         '' for a product with variants: its offers carry the SKUs.
	 * @param ?float       $price       In units of the currency.
	 * @param string       $currency    As in ISO 4217.
	 * @param ?float       $weight      In kilograms (an assumption, API.md §5).
	 * @param list<string> $pictures    Addresses; the first is the main one.
	 * @param int          $category_id 0 for none.
	 */
	public function __construct(
		public readonly string $name,
		public readonly string $sku = '',
		public readonly string $barcode = '',
		public readonly ?float $price = null,
		public readonly string $currency = '',
		public readonly ?float $weight = null,
		public readonly array $pictures = array(),
		public readonly int $category_id = 0,
	) {}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return array_filter(
			array(
				'name'          => $this->name,
				'sku'           => $this->sku,
				'barcode'       => $this->barcode,
				'price'         => $this->price,
				'currency_code' => $this->currency,
				'weight'        => $this->weight,
				'pictures'      => array_slice( $this->pictures, 0, self::MOST_PICTURES ),
				'category_id'   => $this->category_id,
			),
			static fn ( mixed $value ): bool => ! in_array( $value, array( null, '', array(), 0 ), true )
		);
	}
}
