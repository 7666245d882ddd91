<?php
/** A buyer of never-sold-twice.test.ts, in its own process; market.ts describes it. */

// The ids of the products, and when to end.
assert( isset( $ids, $until ) );
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
// The stand-in has no reservations, so the number is checked again. That is enough, because it is also
// checked at payment.
$is_reserved = static function ( WC_Order $order, int $id, int $quantity ) use ( $is_there ): bool {
	if ( ! function_exists( 'wc_reserve_stock_for_order' ) ) {
		return $is_there( $id, $quantity );
	}
	try {
		wc_reserve_stock_for_order( $order );
		return true;
	} catch ( Automattic\WooCommerce\Checkout\Helpers\ReserveStockException ) {
		return false;
	}
};
$note = static fn ( string $what, float $at, array $life, int $quantity ) => $wpdb->insert( 'wp_test_market', array( 'what' => $what, 'at' => $at, 'order_id' => $life['order'], 'product_id' => $life['id'], 'quantity' => $quantity ) );
// Runs before WooCommerce lowers the order.
$want_less = static fn ( array $life, int $by ) => $wpdb->query( "UPDATE wp_test_market_orders SET wanted = wanted - $by WHERE order_id = {$life['order']}" );
$wanted    = static fn ( array $life ): int => (int) $wpdb->get_var( "SELECT wanted FROM wp_test_market_orders WHERE order_id = {$life['order']}" );
// The transaction moves the order's pieces from "may change" to "gone" in one moment, as the watcher sees it.
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
		default  => throw new LogicException( "There is no step $what." ),
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
// No more payments.
foreach ( $open as $life ) {
	if ( ! $life['paid'] ) {
		$cancel( $life );
	}
}
return $did;
