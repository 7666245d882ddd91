/** PHP for processes that buy and sync at the same time as others. */
import * as z from 'zod';

/**
 * What happened, with the moment from which it counts; what is there of each of the goods; the orders that may
 * still change, with what their buyers still want of them; and a row as soon as the day is over.
 */
export const MARKET_TABLES = [
	'CREATE TABLE wp_test_market ( id BIGINT AUTO_INCREMENT PRIMARY KEY, at DOUBLE, what VARCHAR(8), order_id BIGINT, product_id BIGINT, quantity INT )',
	'CREATE TABLE wp_test_market_goods ( product_id BIGINT PRIMARY KEY, pieces INT )',
	'CREATE TABLE wp_test_market_orders ( order_id BIGINT PRIMARY KEY, product_id BIGINT, wanted INT, counted INT DEFAULT 0 )',
	'CREATE TABLE wp_test_market_over ( is_over INT )',
];

/** Orders would send e-mails. */
export const NO_MAIL = `<?php add_filter( 'woocommerce_email_actions', '__return_empty_array' ); add_filter( 'pre_wp_mail', '__return_true' );`;

/**
 * Buys as WooCommerce's checkout does: an order and its reservation, some time later the payment, which lowers the
 * number. Then some orders are cancelled, some refunded into stock, in part or whole, and most completed as soon as
 * KeyCRM counts them, not before. Until `$until`.
 *
 * WooCommerce itself sells a piece twice now and then: a reservation no longer counts once the order is
 * paid, a moment before the number falls. A lock around both leaves only what others do wrong.
 */
export const BUY = `
	global $wpdb;
	$lives = array( 'pay complete', 'pay complete', 'cancel', 'pay cancel', 'pay complete cancel', 'pay refund complete', 'pay complete refund rest', 'pay refund cancel' );
	$open  = array();
	$did   = array_fill_keys( array( 'placed', 'refused', 'paid', 'cancelled', 'dropped', 'refunded', 'completed' ), 0 );
	$alone = static function ( int $id, callable $work ) use ( $wpdb ) {
		if ( '1' !== $wpdb->get_var( "SELECT GET_LOCK( 'market_$id', 30 )" ) ) {
			throw new RuntimeException( 'Another buyer keeps the lock.' );
		}
		try {
			return $work();
		} finally {
			$wpdb->query( "SELECT RELEASE_LOCK( 'market_$id' )" );
		}
	};
	$is_there = static fn ( int $id, int $quantity ): bool => (float) $wpdb->get_var( "SELECT meta_value FROM {$wpdb->postmeta} WHERE post_id = $id AND meta_key = '_stock'" ) >= $quantity;
	// The stand-in keeps no reservations: it looks again, which is enough because whoever pays looks too.
	$is_reserved = static function ( WC_Order $order, int $id, int $quantity ) use ( $is_there ): bool {
		if ( ! function_exists( 'wc_reserve_stock_for_order' ) ) {
			return $is_there( $id, $quantity );
		}
		try {
			wc_reserve_stock_for_order( $order );
			return true;
		} catch ( Automattic\\WooCommerce\\Checkout\\Helpers\\ReserveStockException ) {
			return false;
		}
	};
	$note = static fn ( string $what, float $at, array $life, int $quantity ) => $wpdb->insert( 'wp_test_market', array( 'what' => $what, 'at' => $at, 'order_id' => $life['order'], 'product_id' => $life['id'], 'quantity' => $quantity ) );
	// Before WooCommerce does it.
	$want_less = static fn ( array $life, int $by ) => $wpdb->query( "UPDATE wp_test_market_orders SET wanted = wanted - $by WHERE order_id = {$life['order']}" );
	$wanted    = static fn ( array $life ): int => (int) $wpdb->get_var( "SELECT wanted FROM wp_test_market_orders WHERE order_id = {$life['order']}" );
	// From one moment to the next, for whoever looks, its pieces are not in an order that may change but gone.
	$end = static function ( array $life ) use ( $wpdb ): void {
		$wpdb->query( 'START TRANSACTION' );
		$wpdb->query(
			"UPDATE wp_test_market_goods SET pieces = pieces - COALESCE( ( SELECT SUM( m.meta_value ) FROM {$wpdb->prefix}woocommerce_order_items i
				JOIN {$wpdb->prefix}woocommerce_order_itemmeta m ON m.order_item_id = i.order_item_id AND m.meta_key = '_reduced_stock'
				WHERE i.order_id = {$life['order']} ), 0 ) WHERE product_id = {$life['id']}"
		);
		$wpdb->query( "DELETE FROM wp_test_market_orders WHERE order_id = {$life['order']}" );
		$wpdb->query( 'COMMIT' );
	};
	$soon  = static fn (): float => microtime( true ) + random_int( 0, 2500 ) / 1000;
	$place = static function () use ( $ids, $wpdb, $lives, $alone, $is_reserved, $note, $soon, &$did, &$open ): void {
		$life     = array( 'id' => $ids[ array_rand( $ids ) ], 'due' => $soon(), 'paid' => false, 'steps' => explode( ' ', $lives[ array_rand( $lives ) ] ) );
		$quantity = random_int( 1, 3 );
		$product  = wc_get_product( $life['id'] );
		if ( $product->get_stock_quantity() < $quantity ) {
			usleep( 20000 );
			return;
		}
		$order = wc_create_order();
		$order->add_product( $product, $quantity );
		$order->calculate_totals();
		$life['order'] = $order->get_id();
		if ( ! $alone( $life['id'], static fn (): bool => $is_reserved( $order, $life['id'], $quantity ) ) ) {
			++$did['refused'];
			$order->delete( true );
			return;
		}
		$wpdb->insert( 'wp_test_market_orders', array( 'order_id' => $life['order'], 'product_id' => $life['id'], 'wanted' => $quantity ) );
		$note( 'placed', microtime( true ), $life, $quantity );
		++$did['placed'];
		$open[] = $life;
	};
	$cancel = static function ( array $life ) use ( $note, $want_less, $wanted, &$did ): array {
		$at       = microtime( true );
		$quantity = $wanted( $life );
		$want_less( $life, $quantity );
		wc_get_order( $life['order'] )->update_status( 'cancelled' );
		$note( $life['paid'] ? 'returned' : 'dropped', $at, $life, $quantity );
		++$did[ $life['paid'] ? 'cancelled' : 'dropped' ];
		return array( 'steps' => array() ) + $life;
	};
	$pay = static function ( array $life ) use ( $alone, $is_there, $note, $wanted, $cancel, &$did ): array {
		$quantity = $wanted( $life );
		$is_paid  = $alone(
			$life['id'],
			static function () use ( $life, $quantity, $is_there, $note ): bool {
				if ( ! $is_there( $life['id'], $quantity ) ) {
					return false;
				}
				$at = microtime( true );
				wc_get_order( $life['order'] )->payment_complete();
				$note( 'paid', $at, $life, $quantity );
				return true;
			}
		);
		if ( ! $is_paid ) {
			return $cancel( $life );
		}
		++$did['paid'];
		return array( 'paid' => true ) + $life;
	};
	$refund = static function ( array $life, int $quantity ) use ( $note, $want_less, $wanted, &$did ): array {
		$at    = microtime( true );
		$order = wc_get_order( $life['order'] );
		$want_less( $life, $quantity );
		$lines  = array( array_key_first( $order->get_items() ) => array( 'qty' => $quantity, 'refund_total' => $quantity ) );
		$refund = wc_create_refund( array( 'order_id' => $life['order'], 'amount' => $quantity, 'line_items' => $lines, 'restock_items' => true ) );
		if ( is_wp_error( $refund ) ) {
			throw new RuntimeException( $refund->get_error_message() );
		}
		$note( 'returned', $at, $life, $quantity );
		++$did['refunded'];
		return 0 === $wanted( $life ) ? array( 'steps' => array() ) + $life : $life;
	};
	$step = static function ( array $life ) use ( $wpdb, $wanted, $pay, $cancel, $refund, &$did ): array {
		$what = array_shift( $life['steps'] );
		if ( 'complete' === $what ) {
			if ( '1' !== $wpdb->get_var( "SELECT counted FROM wp_test_market_orders WHERE order_id = {$life['order']}" ) ) {
				return array( 'steps' => array( 'complete', ...$life['steps'] ), 'due' => 0.0 ) + $life;
			}
			++$did['completed'];
			wc_get_order( $life['order'] )->update_status( 'completed' );
			return $life;
		}
		return match ( $what ) {
			'pay'    => $pay( $life ),
			'cancel' => $cancel( $life ),
			'refund' => $refund( $life, random_int( 1, $wanted( $life ) ) ),
			'rest'   => $refund( $life, $wanted( $life ) ),
		};
	};
	while ( microtime( true ) < $until ) {
		wp_cache_flush();
		if ( count( $open ) < 12 ) {
			$place();
		}
		foreach ( $open as $key => $life ) {
			if ( $life['due'] > microtime( true ) ) {
				continue;
			}
			$life         = $step( array( 'due' => $soon() ) + $life );
			$open[ $key ] = $life;
			if ( array() === $life['steps'] ) {
				$end( $life );
				unset( $open[ $key ] );
			}
		}
		usleep( 5000 );
	}
	// Nobody pays any more.
	foreach ( $open as $life ) {
		if ( ! $life['paid'] ) {
			$cancel( $life );
		}
	}
	return $did;`;

export const boughtSchema = z.object( {
	placed: z.number(),
	refused: z.number(),
	paid: z.number(),
	/** After the payment. */
	cancelled: z.number(),
	/** Cancelled before the payment. */
	dropped: z.number(),
	refunded: z.number(),
	completed: z.number(),
} );

/**
 * Starts runs and takes part in those of others; in between a look at the warehouses, outside of any run. Until
 * `$until`. On a slow server: it pauses before it asks what orders hold, and before it opens a transaction, because
 * whatever a buyer does between two looks of a run must do no harm, and few do it by chance. With pauses of up to
 * 100 ms, half a minute did not show a writer that writes what was planned; with 400 ms it did, in both ways.
 */
export const SYNC = `
	add_filter( 'query', static function ( string $statement ): string {
		if ( str_contains( $statement, 'woocommerce_order_items i ON' ) || str_starts_with( $statement, 'START TRANSACTION' ) ) {
			usleep( random_int( 0, 400000 ) );
		}
		return $statement;
	} );
	wp_set_current_user( (int) get_users( array( 'role' => 'administrator', 'number' => 1, 'fields' => 'ids' ) )[0] );
	$call = static function ( string $method, string $path, array $body = array() ): array {
		wp_cache_flush();
		$request = new WP_REST_Request( $method, '/keycrm-stock/v1' . $path );
		$request->set_body_params( $body );
		$answer = rest_do_request( $request );
		if ( $answer->get_status() >= 500 && '/warehouses' !== $path ) {
			throw new RuntimeException( wp_json_encode( $answer->get_data() ) );
		}
		return json_decode( wp_json_encode( $answer->get_data() ), true );
	};
	$counts = array( 'runs' => 0, 'not_succeeded' => 0, 'written' => 0 );
	while ( microtime( true ) < $until ) {
		$run = $call( 'POST', '/runs', array( 'mode' => 'sync' ) );
		$run = $run['data']['run'] ?? $run;
		while ( in_array( $run['status'], array( 'running', 'waiting' ), true ) ) {
			$run = $call( 'POST', "/runs/{$run['id']}/step" );
			usleep( 'waiting' === $run['status'] ? 50000 : 1000 );
		}
		++$counts['runs'];
		$counts['not_succeeded'] += 'succeeded' === $run['status'] ? 0 : 1;
		$counts['written']       += $run['counts']['updated'];
		$call( 'POST', '/warehouses' );
	}
	return $counts;`;

export const syncedSchema = z.object( {
	runs: z.number(),
	not_succeeded: z.number(),
	written: z.number(),
} );

export interface Event {
	readonly at: number;
	readonly product: number;
	/** Pieces that have come, or gone where it is negative. */
	readonly pieces: number;
}

/** What an entry of the market's diary does to the pieces that are there. */
const SIGNS = { placed: 0, paid: -1, dropped: 0, returned: 1 } as const;

export function piecesOf( entry: {
	readonly what: keyof typeof SIGNS;
	readonly quantity: number;
} ): number {
	return SIGNS[ entry.what ] * entry.quantity;
}

/** The most pieces of a product that were sold and not there, added up. */
export function oversold( events: readonly Event[] ): number {
	const there = new Map< number, number >();
	const missing = new Map< number, number >();
	for ( const { product, pieces } of [ ...events ].sort(
		( one, other ) => one.at - other.at
	) ) {
		const left = ( there.get( product ) ?? 0 ) + pieces;
		there.set( product, left );
		missing.set( product, Math.max( missing.get( product ) ?? 0, -left ) );
	}
	return [ ...missing.values() ].reduce( ( sum, one ) => sum + one, 0 );
}
