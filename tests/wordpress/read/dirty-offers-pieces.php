<?php
/** Lets a run take the queue in pieces, while another mark arrives. */

assert( isset( $queue, $mark, $shown ) );
$queue->mark( array_map( $mark, range( 1, 2500 ) ), 1000 );
$queue->claim( 5 );
$queue->mark( array( $mark( 9000 ) ), 1000 );
$given = array();
for ( $piece = $queue->next( 5, 1000 ); array() !== $piece; $piece = $queue->next( 5, 1000 ) ) {
	$given[] = count( $piece );
	$queue->note_answered( $piece, 5 );
}
$queue->finish( 5 );
$queue->claim( 6 );
return array( $given, $shown( $queue->next( 6, 50 ) ) );
