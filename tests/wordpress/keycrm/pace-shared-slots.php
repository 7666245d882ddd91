<?php
/** Takes slots of the pace that all processes share. */

global $wpdb;
$state   = new KeyCrmStock\Database\AtomicOption( new KeyCrmStock\Database\Database( $wpdb ), 'keycrm_stock_test_pace' );
$limiter = new KeyCrmStock\KeyCrm\Client\RateLimiter( $state, static fn (): int => 600 );
$slots   = array();
while ( count( $slots ) < 20 ) {
	try {
		$slots[] = $slot = $limiter->take( (int) ( microtime( true ) * 1000 ) );
		usleep( (int) max( 0, $slot * 1000 - microtime( true ) * 1e6 ) );
	} catch ( KeyCrmStock\KeyCrm\Client\WaitRequired $wait ) {
		usleep( 50000 );
	}
}
return $slots;
