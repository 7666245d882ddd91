<?php
/**
 * How a type of product goes with a stock quantity of its own.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Catalogue;

defined( 'ABSPATH' ) || exit;

enum ProductKind: string {

	/** Sold in units of its own: simple products, variations, subscriptions. */
	case Unit = 'unit';

	/** Sold through other products: variable products, bundles, bookings. It may have a number, where the owner has given it one. */
	case Container = 'container';

	/** WooCommerce never keeps a number for it: grouped and external products. */
	case Numberless = 'numberless';

	/** A type that is not known here. Where the owner has given it a number, that number is synced. */
	case Unknown = 'unknown';

	public function may_have_number(): bool {
		return self::Numberless !== $this;
	}

	/** A container's number would stand for all that is in it; of unknown types nobody can say what it would mean. */
	public function may_be_switched_on(): bool {
		return self::Unit === $this;
	}

	/** A word that the edge turns into a sentence; '' where it may be switched on. */
	public function why_not_switched_on(): string {
		return $this->may_be_switched_on() ? '' : 'kind_' . $this->value;
	}

	/** Whether its number may be that of a variation: not where it is sold by itself, or never has one. */
	public function may_have_variations(): bool {
		return self::Container === $this || self::Unknown === $this;
	}

	/** Whether it is worth looking for in KeyCRM, although it has neither an SKU nor, perhaps, a number. */
	public function is_listed_without_sku(): bool {
		return self::Unit === $this || self::Unknown === $this;
	}
}
