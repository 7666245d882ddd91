<?php
/**
 * Changes a quantity with one SQL statement, so that two buyers at once cannot lose a change.
 */

declare(strict_types=1);

namespace WooStandIn\Products\Store;

trait WritesStock {
	public function update_product_stock( $product_id_with_stock, $stock_quantity = null, $operation = 'set' ) {
		global $wpdb;
		add_post_meta( $product_id_with_stock, '_stock', 0, true );
		$amount = wc_stock_amount( $stock_quantity );
		$where  = $wpdb->prepare( "WHERE post_id = %d AND meta_key='_stock'", $product_id_with_stock );
		if ( 'set' === $operation ) {
			$new_stock = $amount;
			$change    = $wpdb->prepare( '%s', number_format( (float) $amount, WC_ROUNDING_PRECISION, '.', '' ) );
		} else {
			$delta     = 'increase' === $operation ? $amount : -$amount;
			$new_stock = wc_stock_amount( $wpdb->get_var( "SELECT meta_value FROM {$wpdb->postmeta} {$where};" ) ) + $delta;
			$change    = sprintf( 'meta_value %+F', $delta );
		}
		$sql = apply_filters( 'woocommerce_update_product_stock_query', "UPDATE {$wpdb->postmeta} SET meta_value = {$change} {$where}", $product_id_with_stock, $new_stock, $operation );
		$wpdb->query( $sql );
		$this->after_direct_write( (int) $product_id_with_stock );
		do_action( 'woocommerce_updated_product_stock', $product_id_with_stock );
		return $new_stock;
	}

	public function update_product_sales( $product_id, $quantity = null, $operation = 'set' ) {
		global $wpdb;
		add_post_meta( $product_id, 'total_sales', 0, true );
		$change = match ( $operation ) {
			'increase' => $wpdb->prepare( 'meta_value + %f', $quantity ),
			'decrease' => $wpdb->prepare( 'meta_value - %f', $quantity ),
			default    => $wpdb->prepare( '%s', number_format( (float) $quantity, WC_ROUNDING_PRECISION, '.', '' ) ),
		};
		$wpdb->query( "UPDATE {$wpdb->postmeta} SET meta_value = {$change} " . $wpdb->prepare( "WHERE post_id = %d AND meta_key='total_sales'", $product_id ) );
		$this->after_direct_write( (int) $product_id );
		do_action( 'woocommerce_updated_product_sales', $product_id );
	}

	/** The lookup table is filled from the meta cache, which does not know the new quantity yet. */
	private function after_direct_write( int $id ): void {
		wp_cache_delete( $id, 'post_meta' );
		$this->update_lookup_table( $id, 'wc_product_meta_lookup' );
	}

	public function get_query_for_stock( $product_id ) {
		global $wpdb;
		return $wpdb->prepare( "SELECT COALESCE( MAX( stock.meta_value ), 0 ) FROM {$wpdb->postmeta} stock WHERE stock.meta_key = '_stock' AND stock.post_id = %d", $product_id );
	}
}
