<?php
/**
 * What customers have taken from the stock of products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;

/**
 * Goes by WooCommerce's own mark on each line (`_reduced_stock`), which follows refunds, edits and
 * cancellations. Inside the writer's transaction, after its locks, the answer is as new as they are.
 */
final class Sales {

	public function __construct( private readonly \wpdb $wpdb ) {}

	/**
	 * @param list<int> $product_ids
	 * @param int       $since Unix seconds.
	 * @return list<array{product_id: int, at: int, quantity: float}> One for each order line. `product_id`
	 *         is the product whose number the line has lowered, `at` unix seconds of the order's making.
	 */
	public function since( array $product_ids, int $since ): array {
		if ( array() === $product_ids ) {
			return array();
		}
		/** @var list<array{string, string, string}>|null $rows Of this class's own words, numbers and times. */
		$rows = $this->wpdb->get_results( $this->statement( $product_ids, $since ), 'ARRAY_N' );
		if ( '' !== $this->wpdb->last_error ) {
			// "No orders" and "no answer" must not look alike.
			throw new \RuntimeException( 'The shop\'s orders cannot be read: ' . $this->wpdb->last_error );
		}
		return array_map(
			static fn ( array $row ): array => array(
				'product_id' => (int) $row[0],
				'at'         => (int) strtotime( $row[1] . ' UTC' ),
				'quantity'   => (float) $row[2],
			),
			$rows ?? array()
		);
	}

	/** @param non-empty-list<int> $product_ids */
	private function statement( array $product_ids, int $since ): string {
		$ids  = "'" . implode( "', '", array_map( 'intval', $product_ids ) ) . "'";
		$meta = $this->wpdb->prefix . 'woocommerce_order_itemmeta';
		$time = gmdate( 'Y-m-d H:i:s', $since );

		[ $orders, $id, $made, $is_order ] = OrderUtil::custom_orders_table_usage_is_enabled()
			? array( $this->wpdb->prefix . 'wc_orders', 'o.id', 'o.date_created_gmt', "o.type = 'shop_order'" )
			: array( $this->wpdb->posts, 'o.ID', 'o.post_date_gmt', "o.post_type = 'shop_order'" );
		// A variation that keeps a number of its own stands for itself, any other for its parent.
		return "SELECT p.meta_value AS product_id, {$made} AS made, r.meta_value AS quantity
			FROM {$orders} o
			JOIN {$this->wpdb->prefix}woocommerce_order_items i ON i.order_id = {$id} AND i.order_item_type = 'line_item'
			JOIN {$meta} p ON p.order_item_id = i.order_item_id AND p.meta_key IN ( '_product_id', '_variation_id' ) AND p.meta_value IN ( {$ids} )
			JOIN {$meta} r ON r.order_item_id = i.order_item_id AND r.meta_key = '_reduced_stock'
			LEFT JOIN {$meta} v ON v.order_item_id = i.order_item_id AND v.meta_key = '_variation_id'
			LEFT JOIN {$this->wpdb->postmeta} m ON m.post_id = CAST( v.meta_value AS UNSIGNED ) AND m.meta_key = '_manage_stock'
			WHERE {$is_order} AND {$made} >= '{$time}'
			AND ( p.meta_key = '_variation_id' ) = ( COALESCE( m.meta_value, 'no' ) = 'yes' )";
	}
}
