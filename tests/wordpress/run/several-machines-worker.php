<?php
/** Does the work of the queue and of cron, over and over. */

assert( isset( $run_id ) );
global $wpdb;
$until = microtime( true ) + 60;
do {
	ActionScheduler::runner()->run();
	set_time_limit( 2 ); // Each worker does a little, then lets the next one in.
	do_action( 'keycrm_stock_step', $run_id );
	set_time_limit( 60 );
	usleep( random_int( 1000, 20000 ) );
	wp_cache_flush();
	$active = (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}keycrm_stock_runs WHERE active = 1" );
} while ( $active > 0 && microtime( true ) < $until );
return getmypid();
