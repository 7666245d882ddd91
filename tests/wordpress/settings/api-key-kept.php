<?php
/** Stores a key and searches the database for it. */

assert( isset( $new_store, $key ) );
global $wpdb;
$store = $new_store();
$before = array( $store->get(), $store->source(), $store->hint(), $store->unreadable(), $store->problem() );
$store->set( "Bearer $key" );
$first = $wpdb->get_row( "SELECT option_value, autoload FROM {$wpdb->options} WHERE option_name = 'keycrm_stock_api_key'", ARRAY_A );
$store->set( $key );
$all    = $wpdb->get_col( "SELECT option_value FROM {$wpdb->options}" );
$leaks  = array_filter( $all, static fn ( ?string $value ): bool => str_contains( (string) $value, $key ) || str_contains( (string) $value, base64_encode( $key ) ) );
return array(
	'before'        => $before,
	'after'         => array( $new_store()->get(), $store->source(), $store->hint(), $store->unreadable(), $store->problem() ),
	'leaks'         => count( $leaks ),
	'same_row'      => $first['option_value'] === get_option( 'keycrm_stock_api_key' ),
	'on_every_page' => array_key_exists( 'keycrm_stock_api_key', wp_load_alloptions( true ) ),
);
