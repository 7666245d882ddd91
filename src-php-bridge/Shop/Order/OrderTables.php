<?php
/**
 * Where WooCommerce keeps its orders: in tables of their own (HPOS) or among the posts.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Order;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use KeyCrmStock\Database\TableNames;

/** Pieces of statements in which the table of orders is called o. */
final class OrderTables {

	private const CANCELLED = "'wc-cancelled', 'cancelled'";

	private const NOT_ORDERS = "'wc-checkout-draft', 'checkout-draft', 'trash', 'draft', 'auto-draft'";

	/**
	 * @param string $is_order   Condition: an order, and no refund, subscription or page.
	 * @param string $is_reduced Condition: WooCommerce has handled the order's stock. A sum over one row or none,
	 *                           because for an EXISTS the server would build a table of all orders.
	 * @param string $meta_order The meta table's column for the order.
	 */
	private function __construct(
		public readonly string $orders,
		public readonly string $id,
		public readonly string $status,
		public readonly string $created,
		public readonly string $updated,
		public readonly string $is_order,
		public readonly string $is_reduced,
		public readonly string $meta,
		public readonly string $meta_order,
	) {}

	public static function from_names( TableNames $names ): self {
		return OrderUtil::custom_orders_table_usage_is_enabled()
			? new self(
				$names->prefix . 'wc_orders',
				'o.id',
				'o.status',
				'o.date_created_gmt',
				'o.date_updated_gmt',
				"o.type = 'shop_order'",
				"COALESCE( ( SELECT MAX( od.order_stock_reduced ) FROM {$names->prefix}wc_order_operational_data od WHERE od.order_id = o.id ), 0 ) = 1",
				$names->prefix . 'wc_orders_meta',
				'order_id'
			)
			: new self(
				$names->posts,
				'o.ID',
				'o.post_status',
				'o.post_date_gmt',
				'o.post_modified_gmt',
				"o.post_type = 'shop_order'",
				"COALESCE( ( SELECT MAX( od.meta_value ) FROM {$names->postmeta} od WHERE od.post_id = o.ID AND od.meta_key = '_order_stock_reduced' ), 'no' ) = 'yes'",
				$names->postmeta,
				'post_id'
			);
	}

	/** Condition: the order was made since then, and is neither cancelled nor in the trash. */
	public function is_live( int $since_ms ): string {
		return "{$this->is_recent( $since_ms )} AND {$this->status} NOT IN ( " . self::CANCELLED . ', ' . self::NOT_ORDERS . ' )';
	}

	/** Condition: the order was made since then; it may have been cancelled after $lately_ms only. */
	public function was_live( int $since_ms, int $lately_ms ): string {
		return "{$this->is_recent( $since_ms )} AND {$this->status} NOT IN ( " . self::NOT_ORDERS . " )
			AND ( {$this->status} NOT IN ( " . self::CANCELLED . " ) OR {$this->is_touched( $lately_ms )} )";
	}

	/** Condition: a line of the order has taken something from stock. No EXISTS, for the reason given above. */
	public function has_taken_stock( TableNames $names ): string {
		return "COALESCE( ( SELECT MAX( 1 ) FROM {$names->prefix}woocommerce_order_items ti
			JOIN {$names->prefix}woocommerce_order_itemmeta tm ON tm.order_item_id = ti.order_item_id AND tm.meta_key = '_reduced_stock'
			WHERE ti.order_id = {$this->id} AND ti.order_item_type = 'line_item' ), 0 ) = 1";
	}

	/** Condition: the order was saved since then. */
	public function is_touched( int $since_ms ): string {
		return "{$this->updated} >= '" . self::time( $since_ms ) . "'";
	}

	/** Condition: the order was made since then, whatever its status is. */
	public function is_recent( int $since_ms ): string {
		return "{$this->is_order} AND {$this->created} >= '" . self::time( $since_ms ) . "'";
	}

	/** A status without WooCommerce's prefix `wc-`. */
	public static function plain_status( string $status ): string {
		return (string) preg_replace( '/^wc-/', '', $status );
	}

	private static function time( int $ms ): string {
		return gmdate( 'Y-m-d H:i:s', intdiv( $ms, 1000 ) );
	}
}
