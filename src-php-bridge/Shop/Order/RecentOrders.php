<?php
/**
 * The shop's orders of the last days, one by one.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Value\Order\OrderLines;
use KeyCrmStock\Value\Order\ShopOrder;
use KeyCrmStock\Value\Stock\Sku;

final class RecentOrders {

	public function __construct( private readonly Database $database ) {}

	/**
	 * Only orders that have taken something from stock: for others it does not matter whether KeyCRM counts them.
	 *
	 * @return list<array{id: int, created_ms: int, status: string, is_sent: bool}> The next orders by id; status without `wc-`.
	 * @throws DatabaseError
	 */
	public function page( int $since_ms, int $after_id, int $limit ): array {
		$tables = OrderTables::from_names( $this->database->names );
		$sent   = "EXISTS ( SELECT 1 FROM {$tables->meta} mark WHERE mark.{$tables->meta_order} = {$tables->id} AND mark.meta_key = '" . OrderNumbers::SENT . "' AND mark.meta_value <> '' )";
		$rows   = $this->database->lists(
			"SELECT {$tables->id}, {$tables->created}, {$tables->status}, {$sent} AS is_sent FROM {$tables->orders} o
			WHERE {$tables->is_live( $since_ms )} AND {$tables->id} > {$after_id} AND {$tables->has_taken_stock( $this->database->names )}
			ORDER BY {$tables->id} LIMIT {$limit}"
		);
		return array_map(
			static fn ( array $row ): array => array(
				'id'         => (int) $row[0],
				'created_ms' => self::time( $row[1] ),
				'status'     => OrderTables::plain_status( (string) $row[2] ),
				'is_sent'    => '1' === $row[3],
			),
			$rows
		);
	}

	/**
	 * The newest orders that have taken something from stock.
	 *
	 * @return array<int, ShopOrder> By order id, newest first; orders without any SKU are left out.
	 * @throws DatabaseError
	 */
	public function newest( int $since_ms, int $limit ): array {
		$tables = OrderTables::from_names( $this->database->names );
		$rows   = $this->database->lists(
			"SELECT {$tables->id}, {$tables->created} FROM {$tables->orders} o
			WHERE {$tables->is_live( $since_ms )} AND {$tables->has_taken_stock( $this->database->names )}
			ORDER BY {$tables->created} DESC, {$tables->id} DESC LIMIT {$limit}"
		);
		$newest = array();
		foreach ( $rows as [ $id, $made ] ) {
			$order = wc_get_order( (int) $id );
			$lines = $order instanceof \WC_Order ? self::lines( $order ) : array();
			if ( $order instanceof \WC_Order && array() !== $lines ) {
				$newest[ (int) $id ] = new ShopOrder( (int) $id, $order->get_order_number(), self::time( $made ), $lines );
			}
		}
		return $newest;
	}

	/** @return list<string> As OrderLines::sorted() gives them. */
	private static function lines( \WC_Order $order ): array {
		$lines = array();
		foreach ( $order->get_items() as $item ) {
			$product = $item instanceof \WC_Order_Item_Product ? $item->get_product() : null;
			if ( $product instanceof \WC_Product ) {
				$lines[] = array( Sku::trim( $product->get_sku() ), (float) $item->get_quantity() );
			}
		}
		return OrderLines::sorted( $lines );
	}

	private static function time( ?string $utc ): int {
		return 1000 * (int) strtotime( (string) $utc . ' UTC' );
	}
}
