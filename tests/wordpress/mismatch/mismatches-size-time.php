<?php
/** Times a request to the list of mismatches. */

assert( isset( $path, $query ) );
wp_set_current_user( 1 );
$times = array();
for ( $try = 0; $try < 5; $try++ ) {
	$request = new WP_REST_Request( 'GET', '/keycrm-stock/v1' . $path );
	$request->set_query_params( $query );
	wp_cache_flush();
	$start   = microtime( true );
	$data    = rest_do_request( $request )->get_data();
	$times[] = ( microtime( true ) - $start ) * 1000;
}
return array( 'ms' => min( $times ), 'data' => $data );
