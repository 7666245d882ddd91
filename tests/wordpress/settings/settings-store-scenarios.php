<?php
/** Reads and saves the settings of each scenario. */

assert( isset( $store, $scenarios ) );
$read = array();
foreach ( $scenarios as $scenario ) {
	delete_option( 'keycrm_stock_settings' );
	isset( $scenario['row'] ) && update_option( 'keycrm_stock_settings', $scenario['row'], false );
	$answer = null;
	foreach ( $scenario['saves'] ?? array() as $patch ) {
		$answer = $store->save( $patch )->to_array();
	}
	$row    = get_option( 'keycrm_stock_settings' );
	$read[] = array(
		'read'          => $store->get()->to_array(),
		'last_answer'   => $answer ?? $store->get()->to_array(),
		'written'       => null === $answer ? $store->get()->to_array() : $row,
		'on_every_page' => array_key_exists( 'keycrm_stock_settings', wp_load_alloptions( true ) ),
	);
}
return $read;
