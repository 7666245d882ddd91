<?php
/**
 * What orders have taken from the stock of products.
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
 * cancellations. A cancelled order holds nothing, even where its marks were left behind.
 *
 * WooCommerce changes the number and the mark one after the other, and we may read in between. So a change
 * that is under way counts in the way that leaves less on sale until the next run.
 * - A sale lowers the number, then marks the line. In between, the piece is in neither, and a sync would
 *   give it back. So a line without a mark counts as taken while its order was accepted a moment ago and
 *   WooCommerce has not handled its stock. The same holds for a line that an edit has enlarged.
 * - A cancellation changes the status, then the number, then the mark. Before the number rises, the piece
 *   would be given back twice. So marks count while an order was cancelled a moment ago.
 *
 * One statement for each method. Inside the writer's transaction, after its locks, the answer is as new as the locks.
 */
final class OpenOrders {

	/** A request that has not handled an order's stock within this time is taken for dead. */
	private const A_MOMENT_MS = 5 * 60 * 1000;

	/** WooCommerce takes nothing from stock for these. */
	private const UNPAID = "'wc-pending', 'pending', 'wc-failed', 'failed', 'wc-refunded', 'refunded', 'wc-cancelled', 'cancelled'";

	public function __construct( private readonly Database $database ) {}

	/**
	 * @param list<int> $product_ids
	 * @param int       $since_ms    Older orders do not count.
	 * @return list<OpenOrderLine> By order, newest first.
	 * @throws DatabaseError
	 */
	public function lines( array $product_ids, int $since_ms, int $now_ms ): array {
		$lines = array();
		// If a plugin sells packs or weights, the mark counts in other units than the order.
		$same_units = false === has_filter( 'woocommerce_order_item_quantity' );
		foreach ( array() === $product_ids ? array() : $this->database->lists( $this->statement( $product_ids, $since_ms, $now_ms ) ) as $row ) {
			[ $order_id, $item_id, $product_id, $marked, $quantity, $restocked, $status ] = $row;
			$ordered = (float) $quantity - (float) $restocked;
			$taken   = null === $marked ? $ordered : (float) $marked;
			if ( $taken > 0 ) {
				$lines[ (int) $item_id ] = new OpenOrderLine( (int) $order_id, (int) $product_id, $same_units ? max( $taken, $ordered ) : $taken, $ordered, OrderTables::plain_status( (string) $status ) );
			}
		}
		return array_values( $lines );
	}

	/**
	 * Whether there is any order since then; if not, KeyCRM need not be asked. An order that holds nothing
	 * counts too: it may hold something a moment later, and what is known of it must be new by then.
	 *
	 * @throws DatabaseError
	 */
	public function exist( int $since_ms ): bool {
		$tables = OrderTables::from_names( $this->database->names );
		return null !== $this->database->value( "SELECT 1 FROM {$tables->orders} o WHERE {$tables->is_recent( $since_ms )} LIMIT 1" );
	}

	/** @param non-empty-list<int> $product_ids */
	private function statement( array $product_ids, int $since_ms, int $now_ms ): string {
		$tables  = OrderTables::from_names( $this->database->names );
		$ids     = "'" . implode( "', '", array_map( 'intval', $product_ids ) ) . "'";
		$meta    = $this->database->names->prefix . 'woocommerce_order_itemmeta';
		$lately  = $now_ms - self::A_MOMENT_MS;
		// A variation that keeps a number of its own stands for itself, any other for its parent.
		$keeper = "( p.meta_key = '_variation_id' ) = ( COALESCE( m.meta_value, 'no' ) = 'yes' )";
		return "SELECT i.order_id, i.order_item_id, p.meta_value AS product_id, r.meta_value AS marked, q.meta_value AS quantity, f.meta_value AS restocked, {$tables->status} AS order_status
			FROM {$tables->orders} o
			JOIN {$this->database->names->prefix}woocommerce_order_items i ON i.order_id = {$tables->id} AND i.order_item_type = 'line_item'
			JOIN {$meta} p ON p.order_item_id = i.order_item_id AND p.meta_key IN ( '_product_id', '_variation_id' ) AND p.meta_value IN ( {$ids} )
			LEFT JOIN {$meta} v ON v.order_item_id = i.order_item_id AND v.meta_key = '_variation_id'
			LEFT JOIN {$this->database->names->postmeta} m ON m.post_id = CAST( v.meta_value AS UNSIGNED ) AND m.meta_key = '_manage_stock'
			LEFT JOIN {$meta} r ON r.order_item_id = i.order_item_id AND r.meta_key = '_reduced_stock'
			LEFT JOIN {$meta} q ON q.order_item_id = i.order_item_id AND q.meta_key = '_qty'
			LEFT JOIN {$meta} f ON f.order_item_id = i.order_item_id AND f.meta_key = '_restock_refunded_items'
			WHERE {$tables->was_live( $since_ms, $lately )} AND {$keeper} AND ( r.meta_value IS NOT NULL OR (
				{$tables->is_touched( $lately )} AND {$tables->status} NOT IN ( " . self::UNPAID . " ) AND NOT {$tables->is_reduced}
			) ) ORDER BY i.order_id DESC, i.order_item_id";
	}
}
