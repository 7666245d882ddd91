<?php
/**
 * What customers have taken from the stock of products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;

/**
 * Goes by WooCommerce's own mark on each line (`_reduced_stock`), which follows refunds, edits and
 * cancellations. Inside the writer's transaction, after its locks, the answer is as new as they are.
 */
final class SoldQuantities {

	public function __construct( private readonly Database $database ) {}

	/**
	 * @param list<int> $product_ids
	 * @param int       $since Unix seconds.
	 * @return list<array{product_id: int, at: int, quantity: float}> One for each order line. `product_id`
	 *         is the product whose number the line has lowered, `at` unix seconds of the order's making.
	 * @throws DatabaseError
	 */
	public function since( array $product_ids, int $since ): array {
		return array_map(
			static fn ( array $row ): array => array(
				'product_id' => (int) $row[0],
				'at'         => (int) strtotime( (string) $row[1] . ' UTC' ),
				'quantity'   => (float) $row[2],
			),
			array() === $product_ids ? array() : $this->database->lists( $this->statement( $product_ids, $since ) )
		);
	}

	/** @param non-empty-list<int> $product_ids */
	private function statement( array $product_ids, int $since ): string {
		$names  = $this->database->names;
		$tables = OrderTables::from_names( $names );
		$ids    = "'" . implode( "', '", array_map( 'intval', $product_ids ) ) . "'";
		$meta   = $names->prefix . 'woocommerce_order_itemmeta';
		// A variation that keeps a number of its own stands for itself, any other for its parent.
		return "SELECT p.meta_value AS product_id, {$tables->created} AS made, r.meta_value AS quantity
			FROM {$tables->orders} o
			JOIN {$names->prefix}woocommerce_order_items i ON i.order_id = {$tables->id} AND i.order_item_type = 'line_item'
			JOIN {$meta} p ON p.order_item_id = i.order_item_id AND p.meta_key IN ( '_product_id', '_variation_id' ) AND p.meta_value IN ( {$ids} )
			JOIN {$meta} r ON r.order_item_id = i.order_item_id AND r.meta_key = '_reduced_stock'
			LEFT JOIN {$meta} v ON v.order_item_id = i.order_item_id AND v.meta_key = '_variation_id'
			LEFT JOIN {$names->postmeta} m ON m.post_id = CAST( v.meta_value AS UNSIGNED ) AND m.meta_key = '_manage_stock'
			WHERE {$tables->is_recent( 1000 * $since )}
			AND ( p.meta_key = '_variation_id' ) = ( COALESCE( m.meta_value, 'no' ) = 'yes' )";
	}
}
