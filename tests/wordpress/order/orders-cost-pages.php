<?php
/** Reads the open orders of page after page, and measures the cost. */

assert( isset( $first, $products, $page_size ) );
global $wpdb;
$schema   = new KeyCrmStock\Settings\SettingsSchema( WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract/settings.json' );
$database = new KeyCrmStock\Database\Database( $wpdb );
$settings = new KeyCrmStock\Settings\SettingsStore( $schema, new KeyCrmStock\Database\Options( $database ) );
$account  = static fn (): string => 'account';
$looks    = new KeyCrmStock\Store\Option\OrderReadCheckpoint( new KeyCrmStock\Database\AtomicOption( $database, KeyCrmStock\Store\Option\OrderReadCheckpoint::OPTION ), $account );
( new KeyCrmStock\Store\OrderLineTable( $database ) )->note_read( 'keycrm_orders', new KeyCrmStock\Value\Order\OrderReadResult( 1, 1 ) );
$holding  = new KeyCrmStock\Sync\Order\OpenOrderModeChooser( $settings, new KeyCrmStock\Store\Option\OrderChannelStore( new KeyCrmStock\Database\Options( $database ), $account ), $looks );
$terms    = new KeyCrmStock\Sync\Availability\AvailabilityInputs( new KeyCrmStock\Shop\Order\OpenOrders( new KeyCrmStock\Database\Database( $wpdb ) ), new KeyCrmStock\Store\OrderLineTable( new KeyCrmStock\Database\Database( $wpdb ) ), new KeyCrmStock\Shop\Catalogue\ProductBuffers( new KeyCrmStock\Database\Database( $wpdb ) ),
	$settings, $holding, new KeyCrmStock\Clock() );
$statements = array();
// Statements about buffers are not counted.
add_filter( 'query', static function ( $statement ) use ( &$statements ) {
	if ( ! str_contains( $statement, '_keycrm_stock_buffer' ) ) {
		$statements[] = $statement;
	}
	return $statement;
} );
$cost = array( 'queries' => array(), 'ms' => array(), 'held' => 0, 'read_whole' => array() );
for ( $from = $first; $from < $first + $products; $from += $page_size ) {
	$before = count( $statements );
	$began  = microtime( true );
	$page   = $terms->for_products( range( $from, $from + $page_size - 1 ) );
	$cost['ms'][]      = round( ( microtime( true ) - $began ) * 1000 );
	$cost['queries'][] = count( $statements ) - $before;
}
$level   = new KeyCrmStock\Value\Stock\StockLevel( 1, 'C-2', 100000.0, 0.0, array(), 1 );
$product = new KeyCrmStock\Shop\Catalogue\ShopProduct( $from - 1, 0, '', 'simple', KeyCrmStock\Shop\Catalogue\ProductKind::Unit, 'C-2', KeyCrmStock\Shop\Catalogue\StockManagement::Own, 5.0, array( $from - 1 ), false );
assert( isset( $page ) );
$cost['held'] = $page->parts( $product, $level )->held->quantity;
foreach ( array_unique( $statements ) as $statement ) {
	foreach ( $wpdb->get_results( 'EXPLAIN ' . $statement, ARRAY_A ) as $row ) {
		if ( 'ALL' === $row['type'] ) {
			$cost['read_whole'][] = $row['table'];
		}
	}
}
return $cost;
