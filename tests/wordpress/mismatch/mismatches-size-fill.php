<?php
/** Fills the tables with many mismatches. */

assert( isset( $levels, $near, $lost ) );
global $wpdb;
$now    = (int) floor( microtime( true ) * 1000 );
$insert = static function ( string $table, string $columns, int $count, Closure $row ) use ( $wpdb ): void {
	for ( $first = 0; $first < $count; $first += 1000 ) {
		$rows = array();
		for ( $n = $first; $n < min( $count, $first + 1000 ); $n++ ) {
			$rows[] = $row( $n );
		}
		$wpdb->query( "INSERT INTO {$wpdb->prefix}keycrm_stock_$table ($columns) VALUES " . implode( ',', $rows ) );
	}
};
$insert( 'runs', 'id, mode, lane, `trigger`, status, phase, `cursor`, counts, started_at, updated_at, planned_at', 1, static fn (): string => "(7, 'sync', 'main', 'person', 'succeeded', 'done', '[]', '[]', $now, $now, $now)" );
$insert( 'levels', 'offer_id, sku, sku_key, quantity, reserve, warehouses, product_id, read_at, listed_in, stored_at', $levels, static function ( int $n ) use ( $now, $near ): string {
	$sku   = $n < $near ? "near-$n" : "SKU-$n";
	$owner = 0 === $n % 5 && $n >= $near ? 500000 + $n : 0;
	return "(" . ( $n + 1 ) . ", '$sku', '" . strtoupper( $sku ) . "', 5, 0, '[{\"id\":1,\"name\":\"Main\",\"quantity\":5,\"reserve\":0}]', $owner, $now, 7, $now)";
} );
$insert( 'changes', 'run_id, product_id, sku, sku_key, name, words, outcome, reason, planned_at', $lost, static function ( int $n ) use ( $now, $near ): string {
	$sku = $n < $near ? "NEAR-$n" : "LOST-$n";
	return "(7, " . ( $n + 1 ) . ", '$sku', '$sku', 'Lost', 'lost', 'not_in_keycrm', 'unknown_sku', $now)";
} );
update_option( 'keycrm_stock_whole_read', array( 'started_at' => $now - 1000, 'total' => $levels, 'filters_at' => 0, 'account' => wp_hash( KeyCrmStock\Services::api_base_url() . ' ' ) ) );
return $wpdb->last_error;
