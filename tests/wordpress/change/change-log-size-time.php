<?php
/** Times a request to the change log. */

assert( isset( $query ) );
wp_set_current_user( 1 );
$times = array();
for ( $try = 0; $try < 8; $try++ ) {
	$request = new WP_REST_Request( 'GET', '/keycrm-stock/v1/changes' );
	$request->set_query_params( $query );
	wp_cache_flush();
	$start   = microtime( true );
	$answer  = rest_do_request( $request );
	$json    = wp_json_encode( $answer->get_data() );
	$times[] = ( microtime( true ) - $start ) * 1000;
	if ( 200 !== $answer->get_status() || 0 === $answer->get_data()['total'] ) {
		return $json;
	}
}
return array( 'ms' => min( $times ), 'total' => $answer->get_data()['total'] );
