<?php
/** Takes slots of the shared pace for a refresh and for a sync at the same time. */

global $wpdb;
$state  = new KeyCrmStock\Database\AtomicOption( new KeyCrmStock\Database\Database( $wpdb ), 'keycrm_stock_urgent_pace' );
$urgent = new KeyCrmStock\KeyCrm\Client\RateLimiter( $state, static fn (): int => 60 );
$other  = new KeyCrmStock\KeyCrm\Client\RateLimiter( $state, static fn (): int => 60 );
$now    = 1_800_000_000_000;
$take   = static fn ( int $at ): ?int => $urgent->urgently( static fn (): ?int => $urgent->take( $at, true ) );
$since  = static fn ( ?int $slot ): ?int => null === $slot ? null : $slot - $now;
$first  = $other->take( $now, true );
$slots  = array(
	'before'         => $since( $first ),
	'urgent'         => $since( $take( $now ) ),
	'left free'      => $since( $other->take( $now + 900, true ) ),
	'urgent again'   => $since( $take( $now + 1_100 ) ),
	'still free'     => $since( $other->take( $now + 2_200, true ) ),
	'taken at last'  => $since( $other->take( $now + 2_200, false ) ),
	'kept no longer' => $since( $other->take( $now + 6_000, true ) ),
);
// A clock that ran ahead has stored an urgent request.
$state->change( static fn ( array $pace ): array => array( array( 'kept_until' => $now + 3_600_000 ) + $pace, null ) );
$slots['clock set back'] = $since( $other->take( $now + 9_000, true ) );
return $slots;
