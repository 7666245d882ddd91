/** TypeScript copy of the decision which lines of the shop's orders hold pieces; see notes.ts. */

/** A line of a shop's order, as the tables show it at one moment. */
export interface SeenLine {
	readonly status: 'pending' | 'processing' | 'cancelled';
	/** `_order_stock_reduced`. */
	readonly reduced: boolean;
	/** The order was saved within the last minutes. */
	readonly lately: boolean;
	/** `_reduced_stock`; null: none. */
	readonly mark: number | null;
	readonly ordered: number;
}

/**
 * Shop\Order\OpenOrders::lines(): pieces that the line has taken from the product's stock, or will take in a moment.
 */
export function takenFor( line: SeenLine ): number {
	const { status, reduced, lately, mark, ordered } = line;
	if ( 'cancelled' === status && ! lately ) {
		return 0;
	}
	if ( null === mark ) {
		return 'processing' === status && lately && ! reduced ? ordered : 0;
	}
	return mark > 0 ? Math.max( mark, ordered ) : 0;
}
