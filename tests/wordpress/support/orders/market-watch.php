<?php
/** Watches a market; market-watch.ts describes it. */

// The ids of the products.
assert( isset( $ids ) );
global $wpdb;
$look = "SELECT STRAIGHT_JOIN g.product_id, g.pieces, s.meta_value + 0 AS stock, COALESCE( SUM( m.meta_value ), 0 ) AS marked, COALESCE( SUM( LEAST( m.meta_value + 0, o.wanted ) ), 0 ) AS held
	FROM wp_test_market_goods g
	JOIN {$wpdb->postmeta} s ON s.post_id = g.product_id AND s.meta_key = '_stock'
	LEFT JOIN wp_test_market_orders o ON o.product_id = g.product_id
	LEFT JOIN {$wpdb->prefix}woocommerce_order_items i ON i.order_id = o.order_id AND i.order_item_type = 'line_item'
	LEFT JOIN {$wpdb->prefix}woocommerce_order_itemmeta m ON m.order_item_id = i.order_item_id AND m.meta_key = '_reduced_stock'
	GROUP BY g.product_id, g.pieces, s.meta_value";
$began   = microtime( true );
$gaps    = array();
$moments = array();
$now     = array( 'above' => array(), 'own' => array() );
$counts  = array( 'samples' => 0, 'holding' => 0, 'above' => 0, 'own' => 0 );
do {
	$at   = hrtime( true );
	$rows = $wpdb->get_results( $look, ARRAY_N );
	if ( '' !== $wpdb->last_error || count( $ids ) !== count( $rows ) ) {
		throw new RuntimeException( 'The watcher sees nothing: ' . $wpdb->last_error );
	}
	$left = 0;
	foreach ( $rows as [ $id, $pieces, $stock, $marked, $held ] ) {
		$left    += $pieces - $stock - $held;
		$is_above = array( 'above' => $stock + $held > $pieces, 'own' => $stock + $marked > $pieces );
		foreach ( $is_above as $kind => $is ) {
			$counts[ $kind ]    += $is && ! isset( $now[ $kind ][ $id ] ) ? 1 : 0;
			$now[ $kind ][ $id ] = $is ? ( $now[ $kind ][ $id ] ?? microtime( true ) ) : null;
		}
		if ( $is_above['above'] && count( $moments ) < 5 ) {
			$moments[ "$id since " . round( $now['above'][ $id ] - $began, 3 ) ] ??= compact( 'pieces', 'stock', 'marked', 'held' );
		}
	}
	++$counts['samples'];
	$counts['holding'] += array() === array_filter( array_column( $rows, 4 ) ) ? 0 : 1;
	$is_over            = 0 === $counts['samples'] % 20 && '0' !== $wpdb->get_var( 'SELECT COUNT(*) FROM wp_test_market_over' );
	usleep( max( 0, 3000 - intdiv( hrtime( true ) - $at, 1000 ) ) );
	$gaps[] = hrtime( true ) - $at;
} while ( ! $is_over );
sort( $gaps );
return $counts + array( 'median_ms' => round( $gaps[ intdiv( count( $gaps ), 2 ) ] / 1e6, 1 ), 'moments' => wp_json_encode( $moments ), 'left' => $left );
