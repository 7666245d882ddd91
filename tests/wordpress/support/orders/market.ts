/** PHP for processes that buy and sync at the same time. */
import * as z from 'zod';
import { phpFile } from '../../../support/php-file';

/**
 * Four tables: events with their time; the remaining pieces of each product; orders that may still change,
 * with the pieces that their buyers still want; and one row when the scene is over.
 */
export const MARKET_TABLES = [
	'CREATE TABLE wp_test_market ( id BIGINT AUTO_INCREMENT PRIMARY KEY, at DOUBLE, what VARCHAR(8), order_id BIGINT, product_id BIGINT, quantity INT )',
	'CREATE TABLE wp_test_market_goods ( product_id BIGINT PRIMARY KEY, pieces INT )',
	'CREATE TABLE wp_test_market_orders ( order_id BIGINT PRIMARY KEY, product_id BIGINT, wanted INT, counted INT DEFAULT 0 )',
	'CREATE TABLE wp_test_market_over ( is_over INT )',
];

/** Prevents the e-mails that orders would send. */
export const NO_MAIL = `<?php add_filter( 'woocommerce_email_actions', '__return_empty_array' ); add_filter( 'pre_wp_mail', '__return_true' );`;

/**
 * Buys until `$until`, as WooCommerce's checkout does: an order with its reservation, and later the payment,
 * which lowers the number. Then some orders are cancelled, and some refunded into stock, in part or whole.
 * Most are completed once KeyCRM counts them, not before.
 *
 * WooCommerce itself sometimes sells a piece twice, because a reservation ends when the order is paid, just
 * before the number falls. A lock around both removes this error of WooCommerce from the test.
 */
export const BUY = phpFile( __dirname, 'market-buy.php' );

export const boughtSchema = z.object( {
	placed: z.number(),
	refused: z.number(),
	paid: z.number(),
	/** Cancelled after the payment. */
	cancelled: z.number(),
	/** Cancelled before the payment. */
	dropped: z.number(),
	refunded: z.number(),
	completed: z.number(),
} );

/**
 * Starts runs and works on those of other processes until `$until`. In between it checks the warehouses
 * outside of any run.
 * It acts as a slow server: it pauses before it asks what orders hold, and before it opens a transaction.
 * Without pauses few buyers would act between two reads of a run by chance. With pauses of up to 100 ms, half
 * a minute did not expose a writer that wrote planned numbers unchecked; with 400 ms it did, in both modes.
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
	/** Pieces that have come, or gone if negative. */
	readonly pieces: number;
}

/** How an entry of the market table changes the number of pieces. */
const SIGNS = { placed: 0, paid: -1, dropped: 0, returned: 1 } as const;

export function piecesOf( entry: {
	readonly what: keyof typeof SIGNS;
	readonly quantity: number;
} ): number {
	return SIGNS[ entry.what ] * entry.quantity;
}

/** Adds up, over all products, the most pieces that were sold without being there. */
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
