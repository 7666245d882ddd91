/** Returns PHP's answers to the questions that tests/support/holding answers in TypeScript. */
import * as fc from 'fast-check';
import { phpFile } from '../../../support/php-file';
import { phpValue } from '../../../support/php-value';
import type { OrdersSession } from './orders-session';

/** `$decide( $question )` asks Sync\Availability\OpenOrderQuantities. */
export const HELD = phpFile( __dirname, 'holding-held.php' );

/**
 * `$decide( $answers, $way )` stores them in Store\OrderLineTable and returns what is then known of orders 1
 * to 3.
 */
export const NOTES = phpFile( __dirname, 'holding-notes.php' );

/** `$level( $offer_id, $row )` makes a level, `$table` is Store\Level\LevelTable. */
const LEVEL = `
	global $wpdb;
	$database = new KeyCrmStock\\Database\\Database( $wpdb );
	$now      = PHP_INT_MAX;
	$table    = new KeyCrmStock\\Store\\Level\\LevelTable( $database, static function () use ( &$now ): int { return $now; } );
	$level    = static fn ( int $offer_id, array $row ) => new KeyCrmStock\\Value\\Stock\\StockLevel( $offer_id, "L$offer_id", $row['quantity'], $row['reserve'], array(), $row['read_at'] );`;

/** `$decide( $levels, $offer_id )` stores them in this order and returns what is left. */
export const NEWEST = LEVEL + phpFile( __dirname, 'holding-newest.php' );

/**
 * `$decide( $case, $offer_id )` asks Sync\Availability\PageInputs for the number that a product gets; null
 * means that it stays.
 * An order has taken `taken` of it, of which KeyCRM counts `counted` by the last order check.
 */
export const TARGET = LEVEL + phpFile( __dirname, 'holding-target.php' );

/**
 * `$decide( $line )` makes such an order line in the shop and asks Shop\Order\OpenOrders; `$product` is a
 * product.
 */
export const LINE = phpFile( __dirname, 'holding-line.php' );

const SEED = 20_260_801;

/** Draws the same cases each time. */
export const sample = < T >( cases: fc.Arbitrary< T >, count = 500 ): T[] =>
	fc.sample( cases, { seed: SEED, numRuns: count } );

/** Returns PHP's answer to each case; `$product` is a product of the shop. */
export function answersInPhp(
	{ shop, goods }: OrdersSession,
	decide: string,
	cases: readonly unknown[]
) {
	return shop.php( `
		$product = ${ goods.cap };
		${ decide }
		$answers = array();
		foreach ( ${ phpValue( cases ) } as $place => $case ) {
			$answers[] = $decide( $case, 1000 + $place );
		}
		return $answers;` );
}
