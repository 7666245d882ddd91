<?php
/**
 * Pretends that the shop called itself 40 seconds ago, and that the call never arrived.
 *
 * @package KeyCrmStock
 */

global $wpdb;
$state               = json_decode( (string) get_option( 'keycrm_stock_wake_up' ), true );
$state['called_at'] -= 40_000;
$state['arrived_at'] = min( $state['arrived_at'] ?? 0, $state['called_at'] - 1 );
return $wpdb->update( $wpdb->options, array( 'option_value' => wp_json_encode( $state ) ), array( 'option_name' => 'keycrm_stock_wake_up' ) );
