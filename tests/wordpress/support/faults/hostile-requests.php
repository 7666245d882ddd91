<?php
/** Makes requests from a seed and returns those that went wrong. */

assert( isset( $values, $bodies, $seed, $count ) );
global $wpdb;
mt_srand( $seed );
wp_set_current_user( get_users( array( 'role' => 'administrator', 'number' => 1, 'fields' => 'ID' ) )[0] );


rest_do_request( new WP_REST_Request( 'GET', '/keycrm-stock/v1' ) );
$routes = array();
foreach ( rest_get_server()->get_routes( 'keycrm-stock/v1' ) as $path => $handlers ) {
	if ( '/keycrm-stock/v1' === $path ) {
		continue; // The routes come from WordPress's own list.
	}
	foreach ( $handlers as $handler ) {
		foreach ( array_keys( $handler['methods'] ) as $method ) {
			$routes[] = array( $path, $method, array_keys( $handler['args'] ) );
		}
	}
}
$any    = static fn ( array $list ) => $list[ mt_rand( 0, count( $list ) - 1 ) ];
$ids    = array( '0', '1', '2', '3', '00001', '2147483648', '9223372036854775807', '99999999999999999999999', str_repeat( '9', 400 ) );
$tokens = array( 'a', str_repeat( 'Z', 3000 ), '0', get_option( 'keycrm_stock_tick_token' ), get_option( 'keycrm_stock_webhook_token' ) );
$key    = get_option( 'keycrm_stock_api_key' );
$wrong  = array();
$said   = new ArrayObject();
set_error_handler( static function ( int $level, string $text, string $file, int $line ) use ( $said ): bool {
	$said->append( "$text in $file:$line" );
	return true;
} );
for ( $index = 0; $index < $count; $index++ ) {
	[ $path, $method, $args ] = $any( $routes );
	$path    = str_replace( array( '(?P<id>\\d+)', '(?P<token>[A-Za-z0-9]+)' ), array( $any( $ids ), $any( $tokens ) ), $path );
	$request = new WP_REST_Request( $method, $path );
	$params  = static function () use ( $any, $args, $values ): array {
		$params = array();
		for ( $left = mt_rand( 0, 3 ); $left > 0; $left-- ) {
			$params[ $any( array( ...$args, ...$args, 'id', 'token', 'page', 'unknown', '0', '' ) ) ] = $any( $values );
		}
		return $params;
	};
	// PHP reads a query like this: only strings and lists of strings.
	parse_str( http_build_query( $params() ), $query );
	$request->set_query_params( $query );
	if ( 'GET' !== $method ) {
		switch ( mt_rand( 0, 2 ) ) {
			case 0:
				parse_str( http_build_query( $params() ), $form );
				$request->set_body_params( $form );
				break;
			case 1:
				$request->set_header( 'Content-Type', 'application/json' );
				$request->set_body( (string) wp_json_encode( $params(), JSON_PARTIAL_OUTPUT_ON_ERROR, 1000 ) );
				break;
			default:
				$request->set_header( 'Content-Type', $any( array( 'application/json', 'application/json; charset=utf-8', 'text/plain', 'application/x-www-form-urlencoded' ) ) );
				$request->set_body( $any( $bodies ) );
		}
	}
	$wpdb->query( "DELETE FROM {$wpdb->options} WHERE option_name = 'keycrm_stock_pace'" );
	// A request may have changed the key, and KeyCRM's refusals are not what this tests.
	update_option( 'keycrm_stock_api_key', $key, false );
	// A request may have set one request a minute, and then KeyCRM would refuse the second one.
	$settings = get_option( 'keycrm_stock_settings' );
	if ( is_array( $settings ) ) {
		update_option( 'keycrm_stock_settings', array( 'requests_per_minute' => 600 ) + $settings, false );
	}
	$said->exchangeArray( array() );
	$answer = rest_do_request( $request );
	wp_json_encode( $answer->get_data() );
	if ( $answer->get_status() >= 500 || count( $said ) > 0 ) {
		$wrong[] = array(
			'request' => substr( "$method $path", 0, 120 ),
			'query'   => substr( (string) json_encode( $request->get_query_params(), JSON_PARTIAL_OUTPUT_ON_ERROR ), 0, 300 ),
			'form'    => substr( (string) json_encode( $request->get_body_params(), JSON_PARTIAL_OUTPUT_ON_ERROR ), 0, 300 ),
			'body'    => substr( (string) json_encode( $request->get_body(), JSON_PARTIAL_OUTPUT_ON_ERROR ), 0, 300 ),
			'status'  => $answer->get_status(),
			'said'    => $said->getArrayCopy(),
			'answer'  => $answer->get_status() >= 500 ? $answer->get_data() : null,
		);
	}
}
restore_error_handler();
return $wrong;
