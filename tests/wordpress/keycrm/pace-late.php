<?php
/** Returns the spaces between requests when some requests are late. */

$pace  = KeyCrmStock\KeyCrm\Client\RequestPace::from_array( array(), 1_800_000_000_000 );
$sent  = array();
foreach ( array( 0, 1200, 0, 0, 30000, 0, 0 ) as $pause ) {
	$slot = $pace->slot( ( end( $sent ) ?: 1_800_000_000_000 ) + $pause );
	$pace = $pace->taken( $slot, 55 );
	$sent[] = $slot;
}
return array_map( static fn ( $index ) => $sent[ $index + 1 ] - $sent[ $index ], range( 0, 5 ) );
