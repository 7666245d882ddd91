/** PHP for processes that buy and sync at the same time as others, until `$until`. */
import * as z from 'zod';

/** Every sale and every cancellation, with the moment from which it counts. */
export const DIARY_TABLE = `CREATE TABLE wp_test_market ( id BIGINT AUTO_INCREMENT PRIMARY KEY, at DOUBLE, order_id BIGINT, product_id BIGINT, quantity INT )`;

/** Orders would send e-mails. */
export const NO_MAIL = `<?php add_filter( 'woocommerce_email_actions', '__return_empty_array' ); add_filter( 'pre_wp_mail', '__return_true' );`;

/**
 * Buys as WooCommerce's checkout does: an order, its reservation, the payment, which lowers the number.
 * Some are cancelled at once.
 *
 * WooCommerce itself sells a piece twice now and then: a reservation no longer counts once the order is
 * paid, a moment before the number falls. A lock around both leaves only what others do wrong.
 */
export const BUY = `
	global $wpdb;
	$refusal = Automattic\\WooCommerce\\Checkout\\Helpers\\ReserveStockException::class;
	// The stand-in keeps no reservations: it looks again, which is enough under the lock.
	$reserve = function_exists( 'wc_reserve_stock_for_order' ) ? 'wc_reserve_stock_for_order' : static function () use ( &$id, &$quantity, $wpdb ) {
		if ( (float) $wpdb->get_var( "SELECT meta_value FROM {$wpdb->postmeta} WHERE post_id = $id AND meta_key = '_stock'" ) < $quantity ) {
			throw new UnderflowException( 'Gone.' );
		}
	};
	$note   = static fn ( float $at, int $order, int $id, int $quantity ) => $wpdb->insert( 'wp_test_market', array( 'at' => $at, 'order_id' => $order, 'product_id' => $id, 'quantity' => $quantity ) );
	$counts = array( 'sold' => 0, 'refused' => 0, 'cancelled' => 0 );
	while ( microtime( true ) < $until ) {
		wp_cache_flush();
		$id       = $ids[ array_rand( $ids ) ];
		$quantity = random_int( 1, 2 );
		$product  = wc_get_product( $id );
		if ( $product->get_stock_quantity() < $quantity ) {
			usleep( 20000 );
			continue;
		}
		$order = wc_create_order();
		$order->add_product( $product, $quantity );
		$order->save();
		$locked = $closed && '1' === $wpdb->get_var( "SELECT GET_LOCK( 'market_$id', 30 )" );
		try {
			$reserve( $order );
			$at = microtime( true );
			$order->payment_complete();
			$note( $at, $order->get_id(), $id, $quantity );
			++$counts['sold'];
		} catch ( Exception $gone ) {
			if ( ! $gone instanceof $refusal && ! $gone instanceof UnderflowException ) {
				throw $gone;
			}
			++$counts['refused'];
			$order->delete( true );
			continue;
		} finally {
			if ( $locked ) {
				$wpdb->query( "SELECT RELEASE_LOCK( 'market_$id' )" );
			}
		}
		if ( 0 === $counts['sold'] % 12 ) {
			$note( microtime( true ), $order->get_id(), $id, -$quantity );
			wc_get_order( $order->get_id() )->update_status( 'cancelled' );
			++$counts['cancelled'];
		}
	}
	return $counts;`;

export const boughtSchema = z.object( {
	sold: z.number(),
	refused: z.number(),
	cancelled: z.number(),
} );

/** Starts runs and takes part in those of others; in between a look at the warehouses, outside of any run. */
export const SYNC = `
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
