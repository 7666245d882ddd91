<?php
/** Measures the memory that the CSV file of one run takes, and that of all runs. */

assert( isset( $run_id ) );
global $wpdb;
$log  = new KeyCrmStock\Store\Change\ChangeLog( new KeyCrmStock\Database\Database( $wpdb ) );
$csv  = new KeyCrmStock\Export\ChangeRows( $log, new KeyCrmStock\Text\ReasonText() );
$peak = array();
foreach ( array( $run_id, 0 ) as $run ) {
	gc_collect_cycles();
	memory_reset_peak_usage();
	$before = memory_get_usage();
	$rows   = 0;
	foreach ( $csv->rows( new KeyCrmStock\Store\Change\ChangeFilter( $run ) ) as $row ) {
		$rows += strlen( KeyCrmStock\Export\Csv::line( $row ) ) > 0 ? 1 : 0;
	}
	$peak[] = array( $rows, memory_get_peak_usage() - $before );
}
return $peak;
