<?php
/** Sets the shop's runs, schedule, key and settings as a case says. */

assert( isset( $one ) );
global $wpdb;
$table = $wpdb->prefix . 'keycrm_stock_runs';
$now   = (int) ( microtime( true ) * 1000 );
$wpdb->query( "DELETE FROM $table" );
foreach ( $one['runs'] as $run ) {
	$ended = $now - 1000 * $run['ago'];
	$wpdb->insert( $table, array(
		'mode' => $run['mode'], 'lane' => 'main', 'active' => $run['active'], 'trigger' => 'person',
		'status' => $run['status'], 'phase' => $run['phase'], 'cursor' => '[]', 'counts' => wp_json_encode( (object) $run['counts'] ),
		'guard' => null === $run['guard'] ? null : wp_json_encode( $run['guard'] ),
		'error' => null === $run['error'] ? null : wp_json_encode( $run['error'] ),
		'started_at' => $ended - 60000, 'updated_at' => $ended,
		'finished_at' => in_array( $run['status'], array( 'running', 'needs_confirmation' ), true ) ? null : $ended,
		'planned_at' => null === $run['guard'] ? null : $ended,
	) );
}
$settings                = (array) get_option( 'keycrm_stock_settings', array() );
$settings['schedule']    = array( 'enabled' => $one['scheduled'], 'every_minutes' => 15 );
update_option( 'keycrm_stock_settings', $settings );
as_unschedule_all_actions( 'keycrm_stock_start' );
$next = $one['next_in'];
if ( null !== $next ) {
	as_schedule_single_action( time() + $next, 'keycrm_stock_start', array( 15 ), 'stock-sync-for-keycrm' );
}
$key = $one['key'];
$services = new KeyCrmStock\Services( $wpdb, WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract' );
'none' === $key ? $services->key->forget() : $services->key->set( 'a-key-of-some-length' );
'unreadable' === $key && update_option( 'keycrm_stock_api_key', 'v1:bm90LW91cnM=' );
update_option( 'keycrm_stock_changed_at', array_filter( array(
	'settings' => null === $one['settings_changed'] ? null : $now - 1000 * $one['settings_changed'],
	'key' => null === $one['key_changed'] ? null : $now - 1000 * $one['key_changed'],
), 'is_int' ) );
update_option( 'woocommerce_manage_stock', $one['shop_off'] ? 'no' : 'yes' );
return true;
