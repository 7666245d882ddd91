<?php
/** Marks offers again after the request to KeyCRM, and before its answer is stored. */

assert( isset( $queue, $mark, $shown ) );
$queue->mark( array( $mark( 1 ), $mark( 2 ), $mark( 3 ) ), 1000 );
$queue->claim( 5 );
$asked = $queue->next( 5, 50 );
$queue->mark( array( $mark( 2 ) ), 1000 );
$queue->mark( array( $mark( 3 ) ), 10 );
$queue->note_answered( $asked, 5 );
$again = $queue->next( 5, 50 );
$queue->finish( 5 );
$queue->claim( 6 );
return array( $again, $shown( $queue->next( 6, 50 ) ) );
