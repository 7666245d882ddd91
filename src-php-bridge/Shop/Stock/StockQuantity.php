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

	/** Below this, two numbers are one: WooCommerce writes six decimals. */
	private const SAME = 0.0000005;

	/**
	 * Null for what is not a number: unknown is never 0. Shops sell whole pieces unless a plugin
	 * filters `woocommerce_stock_amount`; that is what wc_stock_amount() knows.
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
