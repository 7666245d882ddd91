<?php
/** Records the calls of our hooks, and the run's row at that moment. */

foreach ( array( 'run_ended', 'run_failed', 'run_delayed', 'run_decided' ) as $name ) {
	add_action( "keycrm_stock_$name", static function ( $run_id, ...$more ) use ( $name ) {
		global $wpdb;
		$status = $wpdb->get_var( $wpdb->prepare( "SELECT status FROM {$wpdb->prefix}keycrm_stock_runs WHERE id = %d", $run_id ) );
		update_option( 'test_told', array_merge( get_option( 'test_told', array() ), array( array( $name, (int) $run_id, (string) ( $more[0] ?? '' ), (string) $status ) ) ), false );
		if ( get_option( 'test_throws' ) ) {
			throw new TypeError( 'A listener of another plugin broke.' );
		}
	}, 1, 4 );
}
