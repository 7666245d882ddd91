<?php
/** Stock Locations for WooCommerce as far as we read it: its taxonomy. And two stores of a plugin that uses our filters. */

add_action( 'init', static fn () => register_taxonomy( 'location', 'product', array( 'label' => 'Locations' ) ) );
add_filter( 'keycrm_stock_places', static fn ( array $places ): array => $places + array( 'truck' => 'Truck' ) );
add_filter( 'keycrm_stock_by_place', static function ( array $quantities, array $product_ids ): array {
	foreach ( $product_ids as $id ) {
		$there = get_post_meta( $id, '_in_truck', true );
		if ( is_numeric( $there ) ) {
			$quantities[ $id ]['truck'] = (float) $there;
		}
	}
	return $quantities;
}, 10, 2 );
