<?php
/** Returns the pauses after each kind of failure. */

assert( isset( $cases ) );
$policy = new KeyCrmStock\KeyCrm\Client\RetryPolicy();
return array_map(
	static function ( array $case ) use ( $policy ): array {
		$error = KeyCrmStock\KeyCrm\Client\ApiException::refused( KeyCrmStock\KeyCrm\Client\ErrorKind::from( $case[0] ), 500, $case[1], '', '' );
		return array_map( static fn ( int $place ): ?int => $policy->delay_ms( $place + 1, $error ), array_keys( $case[2] ) );
	},
	$cases
);
