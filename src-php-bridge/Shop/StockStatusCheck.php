<?php
/**
 * Whether WooCommerce's tables agree about the stock of products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;

defined( 'ABSPATH' ) || exit;

/** Past every cache, one statement however many products. */
final class StockStatusCheck {

	public function __construct( private readonly Database $database ) {}

	/**
	 * @param list<int> $product_ids Products that keep a number of their own.
	 * @return list<int> Those whose lookup row differs from their meta, or whose status WooCommerce would not derive from their number.
	 * @throws DatabaseError
	 */
	public function wrong( array $product_ids ): array {
		if ( array() === $product_ids ) {
			return array();
		}
		$names     = $this->database->names;
		$threshold = absint( get_option( 'woocommerce_notify_no_stock_amount', 0 ) );
		$wrong     = array();
		$rows      = $this->database->lists(
			"SELECT n.post_id, n.meta_value, s.meta_value AS status, b.meta_value AS backorders, l.stock_quantity, l.stock_status
			FROM {$names->postmeta} n
			LEFT JOIN {$names->postmeta} s ON s.post_id = n.post_id AND s.meta_key = '_stock_status'
			LEFT JOIN {$names->postmeta} b ON b.post_id = n.post_id AND b.meta_key = '_backorders'
			LEFT JOIN {$names->prefix}wc_product_meta_lookup l ON l.product_id = n.post_id
			WHERE n.post_id IN ( " . Database::in( $product_ids ) . " ) AND n.meta_key = '_stock'"
		);
		foreach ( $rows as [ $id, $stock, $status, $backorders, $lookup, $lookup_status ] ) {
			$number  = StockAmount::from_meta( $stock ) ?? 0.0;
			$empty   = 'no' === ( $backorders ?? 'no' ) ? 'outofstock' : 'onbackorder';
			// Versions of WooCommerce differ in what half a unit is; both answers are right.
			$derived = array( $number > $threshold ? 'instock' : $empty, (int) $number > $threshold ? 'instock' : $empty );
			$agrees  = null !== $lookup && StockAmount::equal( (float) $lookup, $number );
			if ( ! $agrees || $lookup_status !== $status || ! in_array( $status, $derived, true ) ) {
				$wrong[] = (int) $id;
			}
		}
		return array_values( array_unique( $wrong ) );
	}
}
