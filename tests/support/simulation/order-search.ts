/** Sync\Order\ChannelDetector: whether KeyCRM has several of the shop's newest orders. */
import type { Stage } from './stage';

const NEWEST = 5;
const SEVERAL = 3;

export function areFound( { shop, crm }: Stage ): boolean {
	const found = shop.orders
		.slice( -NEWEST )
		.filter( ( { id } ) =>
			crm.orders.some(
				( { order_id, deleted } ) => order_id === id && ! deleted
			)
		);
	return found.length >= SEVERAL;
}
