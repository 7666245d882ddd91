<?php
/**
 * Queues the update of the attributes table after each change of a product. The stand-in has no global attributes, so
 * the table stays empty and the update is short.
 */

declare(strict_types=1);

namespace WooStandIn\Products;

final class AttributeLookup {
	private const HOOK = 'woocommerce_run_product_attribute_lookup_update_callback';

	private const INSERT       = 1;
	private const UPDATE_STOCK = 2;
	private const DELETE       = 3;

	public static function init(): void {
		add_action( self::HOOK, array( self::class, 'run' ), 10, 2 );
	}

	/** @param array<string, mixed>|null $changes Null for a new product. */
	public static function product_changed( int $id, ?array $changes ): void {
		$work = self::work_for( $changes );
		if ( null !== $work ) {
			self::queue( $id, $work );
		}
	}

	/**
	 * @param array<string, mixed>|null $changes
	 * @return int|null Null if the change does not affect the table.
	 */
	private static function work_for( ?array $changes ): ?int {
		if ( isset( $changes['catalog_visibility'] ) ) {
			return in_array( $changes['catalog_visibility'], array( 'visible', 'catalog' ), true ) ? self::INSERT : self::DELETE;
		}
		if ( null === $changes || array_key_exists( 'attributes', $changes ) ) {
			return self::INSERT;
		}
		$stock = array_intersect( array( 'stock_quantity', 'stock_status', 'manage_stock' ), array_keys( $changes ) );
		return array() === $stock ? null : self::UPDATE_STOCK;
	}

	public static function product_deleted( int $id ): void {
		self::queue( $id, self::DELETE );
	}

	private static function queue( int $id, int $work ): void {
		$same = array( 'hook' => self::HOOK, 'args' => array( $id, $work ), 'status' => 'pending' );
		if ( array() === as_get_scheduled_actions( $same, 'ids' ) ) {
			as_schedule_single_action( time() + 1, self::HOOK, array( $id, $work ), 'woocommerce-db-updates' );
		}
	}

	public static function run( int $id, int $work ): void {
		global $wpdb;
		$table   = $wpdb->prefix . 'wc_product_attributes_lookup';
		$product = wc_get_product( $id );
		if ( ! $product || self::UPDATE_STOCK !== $work ) {
			$wpdb->delete( $table, array( 'product_id' => $id ) );
			return;
		}
		$wpdb->update( $table, array( 'in_stock' => $product->is_in_stock() ? 1 : 0 ), array( 'product_id' => $id ) );
	}
}
