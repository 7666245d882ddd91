/** Requests that nobody means well, made up from a seed, at every route that WordPress knows of ours. */

/** Values that one parameter may be given. Text that is no UTF-8 cannot stand in JSON, so the list is PHP. */
const VALUES = `
$deep   = array( 'x' );
for ( $level = 0; $level < 100; $level++ ) { $deep = array( 'x' => $deep ); }
$values = array(
	'1e30', '1e309', '-1e309', '1e1', 1e30, 1.7e308, -1.7e308, 0.1, -1, 0, 1, 7, '1', '07', ' 1', '1 ', '+1', '-0', '1.0', '1.5', '0x1A', '1_000',
	'9223372036854775807', '9223372036854775808', '-9223372036854775808', '99999999999999999999999999', 9007199254740993, PHP_INT_MAX, PHP_INT_MIN,
	'NaN', 'INF', 'null', 'true', '', ' ', true, false, null, array(), array( 1 ), array( array() ), array( 'a' => 'b' ), array( '', null, 'x' ), $deep,
	array_fill( 0, 200, 1 ), str_repeat( 'a', 5000 ), str_repeat( 'ї', 300 ), '😀', "\\xFF\\xFE", "ab\\xC3", "\\xED\\xA0\\x80", "\\0", "a\\0b", "\\r\\n", '%s %d %1\\$s %', "'", '"', "' OR 1=1 -- ", '\\\\', '%', '_', '<script>', '../../etc/passwd',
	'asc', 'desc', 'csv', 'json', 'sync', 'preview', 'updated', 'failed', 'time', 'up', 'down', 'near_miss', 'statuses', 'enable', 'zero',
	'2026-01-01T00:00:00Z', '2026-02-30T25:61:61Z', '9999-12-31T23:59:59Z', '0000-00-00T00:00:00Z', '-9999-01-01T00:00:00Z', '99999-01-01T00:00:00Z', '2026-01-01T00:00:00+99:99', 'now', '@1e30',
);`;

/** Bodies that are no object, and a few that are none at all. */
const BODIES = `
$bodies = array( '7', '-7', '1e999', '0', '"text"', '""', 'true', 'false', 'null', '[]', '[1,2]', '[[]]', '{}', '{', '', ' ', '{"":1}', '{"0":1}', str_repeat( '[', 600 ), '"\\uD800"', "\\xFF", "{\\"a\\":\\"\\xFF\\"}", 'a=1&b[]=2', '<?xml version="1.0"?>' );`;

/**
 * PHP that makes `$count` requests and returns those that went wrong: answered with 5xx, or with a warning or a
 * notice on the way. KeyCRM's pace is forgotten before each, or most would wait for it.
 */
export function hostileRequests( seed: number, count: number ): string {
	return `
global $wpdb;
mt_srand( ${ seed } );
wp_set_current_user( get_users( array( 'role' => 'administrator', 'number' => 1, 'fields' => 'ID' ) )[0] );
${ VALUES }
${ BODIES }
rest_do_request( new WP_REST_Request( 'GET', '/keycrm-stock/v1' ) );
$routes = array();
foreach ( rest_get_server()->get_routes( 'keycrm-stock/v1' ) as $path => $handlers ) {
	if ( '/keycrm-stock/v1' === $path ) {
		continue; // WordPress's own list of the routes.
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
$said   = array();
set_error_handler( static function ( int $level, string $text, string $file, int $line ) use ( &$said ): bool {
	$said[] = "$text in $file:$line";
	return true;
} );
for ( $index = 0; $index < ${ count }; $index++ ) {
	[ $path, $method, $args ] = $any( $routes );
	$path    = str_replace( array( '(?P<id>\\\\d+)', '(?P<token>[A-Za-z0-9]+)' ), array( $any( $ids ), $any( $tokens ) ), $path );
	$request = new WP_REST_Request( $method, $path );
	$params  = static function () use ( $any, $args, $values ): array {
		$params = array();
		for ( $left = mt_rand( 0, 3 ); $left > 0; $left-- ) {
			$params[ $any( array( ...$args, ...$args, 'id', 'token', 'page', 'unknown', '0', '' ) ) ] = $any( $values );
		}
		return $params;
	};
	// As PHP reads an address: nothing but text and lists of it.
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
	// A request may have given another key; KeyCRM's refusals are not what is looked for.
	update_option( 'keycrm_stock_api_key', $key, false );
	// Nor is its answer that one request a minute, as a request may have set it, leaves no room for two.
	$settings = get_option( 'keycrm_stock_settings' );
	if ( is_array( $settings ) ) {
		update_option( 'keycrm_stock_settings', array( 'requests_per_minute' => 600 ) + $settings, false );
	}
	$said   = array();
	$answer = rest_do_request( $request );
	wp_json_encode( $answer->get_data() );
	if ( $answer->get_status() >= 500 || array() !== $said ) {
		$wrong[] = array(
			'request' => substr( "$method $path", 0, 120 ),
			'query'   => substr( (string) json_encode( $request->get_query_params(), JSON_PARTIAL_OUTPUT_ON_ERROR ), 0, 300 ),
			'form'    => substr( (string) json_encode( $request->get_body_params(), JSON_PARTIAL_OUTPUT_ON_ERROR ), 0, 300 ),
			'body'    => substr( (string) json_encode( $request->get_body(), JSON_PARTIAL_OUTPUT_ON_ERROR ), 0, 300 ),
			'status'  => $answer->get_status(),
			'said'    => $said,
			'answer'  => $answer->get_status() >= 500 ? $answer->get_data() : null,
		);
	}
}
restore_error_handler();
return $wrong;`;
}
