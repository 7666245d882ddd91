/** PHP for processes that buy and sync at the same time as others. */
import * as z from 'zod';
import { phpFile } from '../../../support/php-file';

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
export const BUY = phpFile( __dirname, 'market-buy.php' );

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
export const SYNC = phpFile( __dirname, 'market-sync.php' );

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
