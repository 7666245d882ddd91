<?php
/** Does one step of a run, with a fault at one of its statements. */

assert( isset( $id, $fault, $at ) && is_int( $id ) && is_string( $fault ) && is_int( $at ) );

global $wpdb;
wp_set_current_user( 1 );
rest_get_server(); // Registers the routes before the statements are counted.
$wpdb->suppress_errors( true );
$wpdb->arm( $fault, $at );
rest_do_request( new WP_REST_Request( 'POST', "/keycrm-stock/v1/runs/$id/step" ) );
return array(
	'hit'  => $wpdb->hit,
	'seen' => $wpdb->seen,
);
