<?php
/**
 * What was ordered, in a form in which two orders can be compared.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Order;

defined( 'ABSPATH' ) || exit;

final class OrderLines {

	/**
	 * @param list<array{string, float}> $lines SKU and quantity; a line without an SKU does not count.
	 * @return list<string> One text for each SKU, with all that was ordered of it, in a fixed order.
	 */
	public static function sorted( array $lines ): array {
		$sums = array();
		foreach ( $lines as [ $sku, $quantity ] ) {
			if ( '' !== $sku ) {
				$sums[ 'sku:' . $sku ] = ( $sums[ 'sku:' . $sku ] ?? 0.0 ) + $quantity;
			}
		}
		$texts = array();
		foreach ( $sums as $sku => $quantity ) {
			$texts[] = $sku . ' × ' . number_format( $quantity, 6, '.', '' );
		}
		sort( $texts, SORT_STRING );
		return $texts;
	}
}
