/** Shop\Order\OpenOrders::lines(). */
import { takenFor } from '../open-order-cases/lines';
import type { OpenLine } from '../open-order-cases/numbers';
import type { Shop, ShopOrder } from './shop';

/** @param marks_only Uses only the saved marks, without the rules for orders that are being processed. */
export function openLines(
	shop: Shop,
	sku: number,
	marks_only: boolean
): OpenLine[] {
	return shop.orders.flatMap( ( order ) =>
		order.lines
			.filter( ( line ) => line.sku === sku )
			.map( ( { mark, ordered } ) => ( {
				order_id: order.id,
				ordered,
				taken: marks_only
					? markedFor( order, mark )
					: takenFor( {
							status: order.status,
							reduced: order.reduced,
							lately: ! order.quietly,
							mark,
							ordered,
					  } ),
			} ) )
			.filter( ( { taken } ) => taken > 0 )
	);
}

function markedFor( { status }: ShopOrder, mark: number | null ): number {
	return 'cancelled' === status ? 0 : mark ?? 0;
}
