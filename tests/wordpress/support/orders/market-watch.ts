/** PHP for a process that watches a market. */
import * as z from 'zod';

/**
 * Looks every 3 ms (every 3 to 7 where two cores are shared), each time with one statement and so at one moment,
 * whether the shop offers more than there is:
 *
 *     the number in the shop + pieces that its orders have taken <= pieces that ever came
 *
 * A piece is on the shelf or in an order, never in both. KeyCRM's own quantity is what came, less the orders that
 * KeyCRM counts by then; so what the shop may offer, KeyCRM's quantity less the orders that KeyCRM does not count, is
 * what came less all that the shop's orders have taken. KeyCRM's pace drops out, and the bound is exact at each moment.
 * Pieces are added here before KeyCRM shows them (Floor.deliver()).
 *
 * What an order has taken is WooCommerce's mark on its line, `_reduced_stock`, wherever orders are kept. The mark is
 * there earlier than `order_stock_reduced` on the order, which says the same once all lines are done. A sale lowers the
 * number and then marks the line: in between the sum is below the bound. A cancellation or a refund raises the number
 * and then takes the mark away: in between the piece is in both, and that moment is WooCommerce's own (there is a day
 * without any sync that shows it). So a buyer says beforehand how many pieces of an order are still wanted, and no more
 * of its mark counts. Moments above the bound with the marks as they are, WooCommerce's own among them, are counted
 * beside.
 *
 * Orders that cannot change any more are taken off the pieces, so that a look costs the same on the last day.
 */
export const WATCH = `
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
	return $counts + array( 'median_ms' => round( $gaps[ intdiv( count( $gaps ), 2 ) ] / 1e6, 1 ), 'moments' => wp_json_encode( $moments ), 'left' => $left );`;

export const watchedSchema = z.object( {
	samples: z.number(),
	/** Samples in which an order held something. */
	holding: z.number(),
	/** Moments in which the shop offered more than there was. */
	above: z.number(),
	/** The same with WooCommerce's marks as they are. */
	own: z.number(),
	median_ms: z.number(),
	/** The first few of the moments above. */
	moments: z.string(),
	/** Pieces that were neither on the shelf nor in an order when it stopped. */
	left: z.number(),
} );
