<?php
/** Starts runs and works on those of other processes; market.ts describes it. */

// When to end.
assert( isset( $until ) );
add_filter( 'query', static function ( string $statement ): string {
	if ( str_contains( $statement, 'woocommerce_order_items i ON' ) || str_starts_with( $statement, 'START TRANSACTION' ) ) {
		usleep( random_int( 0, 400000 ) );
	}
	return $statement;
} );
wp_set_current_user( (int) get_users( array( 'role' => 'administrator', 'number' => 1, 'fields' => 'ids' ) )[0] );
$call = static function ( string $method, string $path, array $body = array() ): array {
	wp_cache_flush();
	$request = new WP_REST_Request( $method, '/keycrm-stock/v1' . $path );
	$request->set_body_params( $body );
	$answer = rest_do_request( $request );
	if ( $answer->get_status() >= 500 && '/warehouses' !== $path ) {
		throw new RuntimeException( wp_json_encode( $answer->get_data() ) );
	}
	return json_decode( wp_json_encode( $answer->get_data() ), true );
};
$counts = array( 'runs' => 0, 'not_succeeded' => 0, 'written' => 0 );
while ( microtime( true ) < $until ) {
	$run = $call( 'POST', '/runs', array( 'mode' => 'sync' ) );
	$run = $run['data']['run'] ?? $run;
	while ( in_array( $run['status'], array( 'running', 'waiting' ), true ) ) {
		$run = $call( 'POST', "/runs/{$run['id']}/step" );
		usleep( 'waiting' === $run['status'] ? 50000 : 1000 );
	}
	++$counts['runs'];
	$counts['not_succeeded'] += 'succeeded' === $run['status'] ? 0 : 1;
	$counts['written']       += $run['counts']['updated'];
	$call( 'POST', '/warehouses' );
}
return $counts;
