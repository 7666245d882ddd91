/** PHP for a process that watches a market. */
import * as z from 'zod';
import { phpFile } from '../../../support/php-file';

/**
 * Checks every 3 ms (every 3 to 7 with two shared cores) whether the shop offers more than there is. Each
 * check is one statement, so it sees one moment:
 *
 * `number in the shop + pieces that its orders have taken <= pieces that ever came`
 *
 * A piece is on the shelf or in an order, never in both. KeyCRM's quantity is what came, minus the orders
 * that KeyCRM counts by then. The shop may offer that quantity minus the orders that KeyCRM does not count.
 * That equals what came minus all pieces that the shop's orders have taken. So the bound does not depend on
 * how fast KeyCRM counts, and is exact at each moment. Pieces are added here before KeyCRM shows them
 * (Market.deliver()).
 *
 * The pieces of an order are WooCommerce's mark `_reduced_stock` on its line, in both storages. The mark is
 * earlier than `order_stock_reduced` on the order, which is set when all lines are done. A sale lowers the
 * number and then marks the line, so in between the sum is below the bound. A cancellation or a refund raises
 * the number and then removes the mark, so in between the piece counts twice. That moment is WooCommerce's
 * own, as a scene without any sync shows. So a buyer announces how many pieces of an order are still wanted,
 * and no more of its mark counts. Moments above the bound by the plain marks, WooCommerce's own among them,
 * are counted separately.
 *
 * Orders that cannot change any more are subtracted from the pieces, so that every check costs the same.
 */
export const WATCH = phpFile( __dirname, 'market-watch.php' );

export const watchedSchema = z.object( {
	samples: z.number(),
	/** Samples in which an order held something. */
	holding: z.number(),
	/** Moments in which the shop offered more than there was. */
	above: z.number(),
	/** The same count with WooCommerce's plain marks. */
	own: z.number(),
	median_ms: z.number(),
	/** The first few of the moments above. */
	moments: z.string(),
	/** Pieces that were neither on the shelf nor in an order at the end. */
	left: z.number(),
} );
