<?php
/**
 * Reads meta and order rows for the recording.
 */

final class StandInTables {
	/** Meta of order lines that is compared. */
	public const OF_ITEMS = array( '_product_id' => 1, '_variation_id' => 1, '_qty' => 1, '_line_total' => 1, '_line_subtotal' => 1, '_reduced_stock' => 1, '_restock_refunded_items' => 1, '_refunded_item_id' => 1 );

	/** Values of orders that are compared. */
	private const OF_ORDERS = array( '_created_via' => 1, '_order_currency' => 1, '_order_total' => 1, '_order_stock_reduced' => 1, '_recorded_sales' => 1, '_keycrm_order_id' => 1, '_refund_amount' => 1 );

	/** Meta rows of other features, which the stand-in does not write. */
	private const LEFT_OUT = array( '_edit_lock' => 1, '_edit_last' => 1, '_wp_trash_meta_time' => 1, '_wp_trash_meta_status' => 1, '_wp_desired_post_slug' => 1 );

	/**
	 * @param array<int, string> $names
	 * @return array<string, mixed> Values by key, in alphabetical order; a key with several rows has a list.
	 */
	public static function meta( string $table, string $column, int $id, array $names ): array {
		global $wpdb;
		$meta = array();
		foreach ( $wpdb->get_results( $wpdb->prepare( "SELECT meta_key, meta_value FROM {$table} WHERE {$column} = %d", $id ) ) as $row ) {
			$value = preg_match( '/^7\d{5}$/', (string) $row->meta_value ) ? $names[ (int) $row->meta_value ] ?? '(id)' : $row->meta_value;
			// SQLite writes the result of a sum as "7.0" where MariaDB writes "7".
			$value = in_array( $row->meta_key, array( '_stock', 'total_sales' ), true ) && null !== $value ? preg_replace( '/\.0$/', '', $value ) : $value;

			$meta[ $row->meta_key ][] = '_product_version' === $row->meta_key ? '(version)' : $value;
		}
		$meta = array_diff_key( $meta, self::LEFT_OUT );
		ksort( $meta );
		array_walk( $meta, static fn( array &$values ) => sort( $values ) );
		return array_map( static fn( array $values ): mixed => 1 === count( $values ) ? $values[0] : $values, $meta );
	}

	/**
	 * @param array<int, string> $names
	 * @return array<string, mixed> The order's rows in whichever storage is in use.
	 */
	public static function order( int $id, string $post_status, array $names ): array {
		global $wpdb;
		if ( 'yes' !== get_option( 'woocommerce_custom_orders_table_enabled' ) ) {
			return array( 'status' => $post_status ) + array_intersect_key( self::meta( $wpdb->postmeta, 'post_id', $id, $names ), self::OF_ORDERS );
		}
		$row = $wpdb->get_row( $wpdb->prepare( "SELECT o.status, o.type, o.currency, o.total_amount, o.parent_order_id, d.created_via, d.order_stock_reduced, d.recorded_sales FROM {$wpdb->prefix}wc_orders o LEFT JOIN {$wpdb->prefix}wc_order_operational_data d ON d.order_id = o.id WHERE o.id = %d", $id ), ARRAY_A ) ?? array();
		if ( array() !== $row ) {
			$row['total_amount']    = (float) $row['total_amount'];
			$row['parent_order_id'] = $names[ (int) $row['parent_order_id'] ] ?? (int) $row['parent_order_id'];
		}
		return $row + array_intersect_key( self::meta( $wpdb->prefix . 'wc_orders_meta', 'order_id', $id, $names ), self::OF_ORDERS );
	}
}
