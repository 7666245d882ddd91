<?php
/** Damages the stored row of the key. */

assert( isset( $new_store, $key ) );
$store = $new_store();
$store->set( $key );
$row  = get_option( 'keycrm_stock_api_key' );
$seen = array();
foreach ( array( substr( $row, 0, -4 ), strrev( $row ), 'v1:', 'v1:AAAA', $key, array( 1 ), substr_replace( $row, 'AA', 20, 2 ) ) as $damaged ) {
	update_option( 'keycrm_stock_api_key', $damaged, false );
	$seen[] = $store->get() . $store->source() . $store->hint();
}
$store->forget();
return array( $seen, $store->source(), $store->unreadable(), get_option( 'keycrm_stock_api_key' ) );
