<?php
/** Sends requests at the plugin's pace, on a simulated clock, to a simulated KeyCRM that counts them. */

assert( isset( $scene ) );
$now      = $start = 1_800_000_000_000;
$pace     = KeyCrmStock\KeyCrm\Client\RequestPace::from_array( array(), 1_800_000_000_000 );
$answered = array();
$refused  = 0;
mt_srand( 7 );
while ( count( $answered ) < $scene['requests'] && $now - $start < $scene['minutes'] * 60000 ) {
	$sent   = $pace->slot( $now );
	$pace   = $pace->taken( $sent, $scene['per_minute'] );
	$there  = $sent + ( 0 === mt_rand( 0, 9 ) ? mt_rand( 0, $scene['jitter_ms'] ) : 0 );
	$recent = array_filter( array_slice( $answered, -$scene['free'] ), static fn ( $time ) => $time > $there - $start - 60000 );
	$now    = $sent + $scene['busy_ms'];
	if ( $scene['late_ms'] > 0 && 0 === count( $answered ) % 7 ) {
		$now = $sent + intdiv( 60000, $scene['per_minute'] ) + $scene['late_ms'];
	}
	$due = $pace->taken_at;
	if ( count( $recent ) < $scene['free'] ) {
		$answered[] = $there - $start;
	} else {
		++$refused;
		$pace = $pace->slowed( $sent, $now, $now + ( $scene['retry_after_ms'] ?? 60000 ) );
	}
	// The pace is stored and loaded again between two requests.
	$pace = KeyCrmStock\KeyCrm\Client\RequestPace::from_array( json_decode( json_encode( $pace->to_array() ), true ), $now );
	// The answer comes as soon as the request arrives, so the pace learns as little as possible about the
	// delay.
	$pace = $pace->answered( $due, $there );
}
return array( 'answered' => $answered, 'refused' => $refused );
