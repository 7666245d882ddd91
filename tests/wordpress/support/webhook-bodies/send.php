<?php
/** Sends random messages to a route of the plugin, and returns those with which something went wrong. */

/** @var array{seed: int, count: int, route: string} $args */
/** @var callable(): string $random_body */
assert( isset( $args, $random_body ) );

$wrong    = array();
$statuses = array();
// An object, because PHPStan does not see that the error handler adds to it.
/** @var ArrayObject<int, string> $said */
$said = new ArrayObject();
set_error_handler(
	static function ( int $level, string $text, string $file, int $line ) use ( $said ): bool {
		$said[] = "$text in $file:$line";
		return true;
	}
);
for ( $index = 0; $index < $args['count']; $index++ ) {
	$body    = $random_body();
	$request = new WP_REST_Request( 'POST', $args['route'] );
	$request->set_header( 'Content-Type', array( 'application/json', 'text/plain', 'application/x-www-form-urlencoded' )[ mt_rand( 0, 2 ) ] );
	$request->set_body( $body );
	$said->exchangeArray( array() );
	$answer = rest_do_request( $request );
	$status = $answer->get_status();
	if ( count( $said ) > 0 || ! in_array( $status, array( 200, 400, 413 ), true ) ) {
		$wrong[] = array( bin2hex( substr( $body, 0, 500 ) ), $status, $said->getArrayCopy() );
	}
	$statuses[ $status ] = ( $statuses[ $status ] ?? 0 ) + 1;
}
restore_error_handler();
return array(
	'wrong'    => $wrong,
	'statuses' => $statuses,
);
