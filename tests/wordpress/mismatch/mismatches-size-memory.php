<?php
/** Measures the memory that the CSV file of few mismatches takes, and that of many. */

global $wpdb;
$services = new KeyCrmStock\Services( $wpdb, WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract' );
$lists    = new KeyCrmStock\Sync\Product\MismatchLists( $services->run_table, $services->full_read, new KeyCrmStock\Store\Mismatch\MismatchTable( $services->database ), new KeyCrmStock\Shop\Exclusion\ExcludedProducts( $services->database ) );
$words    = new KeyCrmStock\Text\MismatchText();
$csv      = new KeyCrmStock\Export\MismatchRows( $lists, new KeyCrmStock\Export\MismatchJson( $services->catalogue, $services->levels, $services->stock_check, $words ), $words );
$peaks    = array();
foreach ( array( 'near_miss', 'not_in_keycrm' ) as $group ) {
	gc_collect_cycles();
	memory_reset_peak_usage();
	$before = memory_get_usage();
	$rows   = 0;
	foreach ( $csv->rows( KeyCrmStock\Value\Change\MismatchGroup::from( $group ), $lists->comparison() ) as $row ) {
		$rows += strlen( KeyCrmStock\Export\Csv::line( $row ) ) > 0 ? 1 : 0;
	}
	$peaks[] = array( $rows, memory_get_peak_usage() - $before );
}
return $peaks;
