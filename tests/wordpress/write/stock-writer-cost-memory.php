<?php
/** Measures how much memory grows with the pages. */

assert( isset( $page, $ids ) );
for ( $i = 0; $i < 2; $i++ ) {
	$page( $ids, 1 );
}
gc_collect_cycles();
$before = memory_get_usage();
for ( $i = 0; $i < 8; $i++ ) {
	$page( $ids, 1 );
}
gc_collect_cycles();
return memory_get_usage() - $before;
