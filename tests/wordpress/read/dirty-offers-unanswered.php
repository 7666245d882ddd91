<?php
/** Lets one run answer for one offer only, while a newer run claims the rest. */

assert( isset( $queue, $mark, $shown ) );
$queue->mark( array( $mark( 1 ), $mark( 2 ) ), 1000 );
$queue->claim( 5 );
$first = $queue->next( 5, 1 );
$queue->note_answered( $first, 5 );
$queue->finish( 5 );
$left = $queue->count();
$queue->claim( 6 );
$asked = $queue->next( 6, 50 );
$queue->claim( 7 );
$queue->note_answered( $asked, 6 );
$queue->finish( 6 );
return array( $left, $queue->count(), $shown( $queue->next( 7, 50 ) ) );
