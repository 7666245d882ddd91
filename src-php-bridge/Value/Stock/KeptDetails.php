<?php
/**
 * What of a product, besides its stock, KeyCRM gets from the shop.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/settings/settings.ts detailsSchema */
final class KeptDetails {

	/**
	 * @param bool $price      The regular price.
	 * @param bool $sale_price The price of a sale for as long as it lasts, else the regular one.
	 */
	public function __construct(
		public readonly bool $name,
		public readonly bool $price,
		public readonly bool $sale_price,
	) {}

	public function any(): bool {
		return $this->name || $this->price || $this->sale_price;
	}

	/** Differs for other switches. */
	public function fingerprint(): string {
		return implode( ' ', array_keys( array_filter( $this->to_array() ) ) );
	}

	/** @param array<string, mixed> $values Whole and valid. */
	public static function from_array( array $values ): self {
		return new self( (bool) $values['name'], (bool) $values['price'], (bool) $values['sale_price'] );
	}

	/** @return array{name: bool, price: bool, sale_price: bool} */
	public function to_array(): array {
		return array(
			'name'       => $this->name,
			'price'      => $this->price,
			'sale_price' => $this->sale_price,
		);
	}
}
