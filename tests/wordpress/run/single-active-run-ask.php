<?php
/**
 * Starts a run, or confirms a waiting one, while another run is active.
 * The active run ends as soon as it has been found to be in the way.
 */

assert( isset( $confirms ) );
global $wpdb;
$runs = $wpdb->prefix . 'keycrm_stock_runs';
wp_set_current_user( (int) get_users( array( 'role' => 'administrator', 'fields' => 'ids' ) )[0] );
$post = static function ( string $path ) {
	$request = new WP_REST_Request( 'POST', '/keycrm-stock/v1/runs' . $path );
	$request->set_body_params( array( 'mode' => 'sync' ) );
	return rest_do_request( $request );
};
$old = (int) $wpdb->get_var( "SELECT id FROM $runs WHERE active = 1" );
if ( $confirms ) {
	$wpdb->query( "UPDATE $runs SET active = NULL, status = 'needs_confirmation' WHERE id = $old" );
	$post( '' );
}
$end_it = static function ( string $sql ) use ( $wpdb, $runs, &$end_it ): string {
	if ( str_starts_with( $sql, 'SELECT' ) && str_contains( $sql, 'active = 1' ) ) {
		remove_filter( 'query', $end_it );
		$wpdb->query( "UPDATE $runs SET active = NULL, status = 'cancelled' WHERE active = 1" );
	}
	return $sql;
};
add_filter( 'query', $end_it );
$answer = $post( $confirms ? "/$old/confirm" : '' );
return array(
	'was_active' => $old > 0,
	'in_the_way' => ! has_filter( 'query', $end_it ),
	'status'     => $answer->get_status(),
	'is_new'     => $old < ( $answer->get_data()['id'] ?? 0 ),
	'active'     => (int) $wpdb->get_var( "SELECT COUNT(*) FROM $runs WHERE active = 1" ),
);
