<?php
/**
 * What a type of product means for a stock quantity of its own.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Catalogue;

defined( 'ABSPATH' ) || exit;

enum ProductKind: string {

	/** Sold in units of its own: simple products, variations, subscriptions. */
	case Unit = 'unit';

	/** Sold through other products: variable products, bundles, bookings. It has a number only if the owner has given it one. */
	case Container = 'container';

	/** WooCommerce never keeps a number for it: grouped and external products. */
	case Numberless = 'numberless';

	/** A type that is not listed. If the owner has given the product a number, that number is synced. */
	case Unknown = 'unknown';

	public function may_have_number(): bool {
		return self::Numberless !== $this;
	}

	/** Not for a container, whose number would stand for all that is in it, and not for unknown types. */
	public function may_be_switched_on(): bool {
		return self::Unit === $this;
	}

	/** A code for Text; '' where it may be switched on. */
	public function why_not_switched_on(): string {
		return $this->may_be_switched_on() ? '' : 'kind_' . $this->value;
	}

	/** Whether products of this kind may have variations. */
	public function may_have_variations(): bool {
		return self::Container === $this || self::Unknown === $this;
	}

	/** Whether such a product is listed although it has no SKU. */
	public function is_listed_without_sku(): bool {
		return self::Unit === $this || self::Unknown === $this;
	}
}
