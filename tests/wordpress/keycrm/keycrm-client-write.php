<?php
/** Sends a writing request until KeyCRM answers it, and records the pauses. */

assert( isset( $url, $key, $body, $may_be_repeated ) );
add_filter( 'http_request_args', static fn ( array $args ): array => array( 'timeout' => 4 ) + $args );
$client  = new KeyCrmStock\KeyCrm\Client\HttpClient( $url, static fn (): string => $key, static fn (): int => 1 );
$request = KeyCrmStock\KeyCrm\Client\Request::write( 'PUT', '/offers/stocks', $body, $may_be_repeated );
$pauses  = array();
while ( count( $pauses ) < 20 ) {
	try {
		$pauses[] = $client->send( $request )->data->status;
		break;
	} catch ( KeyCrmStock\KeyCrm\Client\ApiException $error ) {
		$pauses[] = ( new KeyCrmStock\KeyCrm\Client\RetryPolicy() )->delay_ms( 1, $error );
	}
}
return $pauses;
