<?php
/** Fills the change log. */

assert( isset( $rows ) );
global $wpdb;
$now   = (int) floor( microtime( true ) * 1000 );
$parts = wp_json_encode( array( 'warehouses' => array( array( 'id' => 1, 'name' => 'Основний', 'quantity' => 98, 'reserve' => 8 ), array( 'id' => 2, 'name' => 'Магазин', 'quantity' => 35, 'reserve' => 3 ) ), 'quantity' => 133, 'reserve' => 11, 'buffer' => 0, 'exact' => 122, 'available' => 122 ), JSON_UNESCAPED_UNICODE );
for ( $first = 0; $first < $rows; $first += 500 ) {
	$values = array();
	for ( $n = $first; $n < min( $first + 500, $rows ); $n++ ) {
		$at       = $now - ( $rows - $n ) * 1000;
		$after    = 0 === $n % 10 ? 0 : $n % 90;
		$values[] = $wpdb->prepare( '(%d, %d, %d, %s, %s, %s, %d, %d, %s, %s, %d, %d)', 100000 + intdiv( $n, 500 ), 500000 + $n, 700 + $n % 50, 'SKU-' . $n, 'Шапка зимова ' . $n, 'шапка зимова ' . $n . "\n" . 'sku-' . $n, 50, $after, 'updated', $parts, $at, $at );
	}
	$wpdb->query( "INSERT INTO {$wpdb->prefix}keycrm_stock_changes (run_id, product_id, offer_id, sku, name, words, `before`, `after`, outcome, parts, planned_at, written_at) VALUES " . implode( ',', $values ) );
}
return $wpdb->last_error;
