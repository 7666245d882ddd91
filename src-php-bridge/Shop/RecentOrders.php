<?php
/**
 * The shop's orders of the last days, one by one.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Value\Sku;

final class RecentOrders {

	/** The mark of KeyCRM's own plugin on an order that it has sent (field-notes.md §5). */
	private const SENT = '_keycrm_order_id';

	public function __construct( private readonly Database $database ) {}

	/**
	 * @return list<array{id: int, created_ms: int, status: string, is_sent: bool}> The next ones by id; status without `wc-`.
	 * @throws DatabaseError
	 */
	public function page( int $since_ms, int $after_id, int $limit ): array {
		$tables = OrderTables::from_names( $this->database->names );
		$sent   = "EXISTS ( SELECT 1 FROM {$tables->meta} mark WHERE mark.{$tables->meta_order} = {$tables->id} AND mark.meta_key = '" . self::SENT . "' AND mark.meta_value <> '' )";
		$rows   = $this->database->lists(
			"SELECT {$tables->id}, {$tables->created}, {$tables->status}, {$sent} AS is_sent FROM {$tables->orders} o
			WHERE {$tables->lives( $since_ms )} AND {$tables->id} > {$after_id} ORDER BY {$tables->id} LIMIT {$limit}"
		);
		return array_map(
			static fn ( array $row ): array => array(
				'id'         => (int) $row[0],
				'created_ms' => 1000 * (int) strtotime( (string) $row[1] . ' UTC' ),
				'status'     => (string) preg_replace( '/^wc-/', '', (string) $row[2] ),
				'is_sent'    => '1' === $row[3],
			),
			$rows
		);
	}

	/**
	 * The newest orders that have taken something from stock, with the SKUs in them.
	 *
	 * @return array<int, list<string>> By order id, newest first; orders without any SKU are left out.
	 * @throws DatabaseError
	 */
	public function newest_skus( int $since_ms, int $limit ): array {
		$tables = OrderTables::from_names( $this->database->names );
		$meta   = $this->database->names->prefix . 'woocommerce_order_itemmeta';
		$rows   = $this->database->lists(
			"SELECT newest.id, sku.meta_value FROM (
				SELECT {$tables->id} AS id FROM {$tables->orders} o
				WHERE {$tables->lives( $since_ms )} AND EXISTS (
					SELECT 1 FROM {$this->database->names->prefix}woocommerce_order_items i
					JOIN {$meta} r ON r.order_item_id = i.order_item_id AND r.meta_key = '_reduced_stock'
					WHERE i.order_id = {$tables->id} AND i.order_item_type = 'line_item'
				) ORDER BY {$tables->created} DESC, {$tables->id} DESC LIMIT {$limit}
			) newest
			JOIN {$this->database->names->prefix}woocommerce_order_items i ON i.order_id = newest.id AND i.order_item_type = 'line_item'
			JOIN {$meta} p ON p.order_item_id = i.order_item_id AND p.meta_key IN ( '_product_id', '_variation_id' )
			JOIN {$this->database->names->postmeta} sku ON sku.post_id = CAST( p.meta_value AS UNSIGNED ) AND sku.meta_key = '_sku' AND sku.meta_value <> ''
			ORDER BY newest.id DESC"
		);
		$skus = array();
		foreach ( $rows as [ $id, $sku ] ) {
			$skus[ (int) $id ][] = Sku::trim( (string) $sku );
		}
		return $skus;
	}
}
