<?php
/**
 * Numbers of stock as WooCommerce reads them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

final class StockQuantity {

	/** Numbers that differ by less are equal, because WooCommerce writes six decimals. */
	private const SAME = 0.0000005;

	/**
	 * Null for a text that is not a number: unknown is never 0. wc_stock_amount() makes whole pieces of it, unless a
	 * plugin filters `woocommerce_stock_amount`.
	 */
	public static function from_meta( ?string $value ): ?float {
		return is_numeric( $value ) ? self::shop_amount( (float) $value ) : null;
	}

	public static function shop_amount( float $amount ): float {
		return (float) wc_stock_amount( $amount );
	}

	public static function equal( float $one, float $other ): bool {
		return abs( $one - $other ) < self::SAME;
	}
}
