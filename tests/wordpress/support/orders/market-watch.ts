/** PHP for a process that watches a market. */
import * as z from 'zod';
import { phpFile } from '../../../support/php-file';

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
export const WATCH = phpFile( __dirname, 'market-watch.php' );

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
