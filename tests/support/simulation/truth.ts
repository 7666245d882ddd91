/** The pieces that are really free. No actor of the simulation knows this number. */
import type { KeyCrm } from './keycrm';
import type { Shop } from './shop';

/** Access to a global such as Math is slow in jest, and this runs after each step. */
const { max } = Math;

/** Pieces of a shop's order that KeyCRM holds, and those that it has released. */
function inKeyCrm( crm: KeyCrm, order_id: number, sku: number ) {
	const sum = { reserved: 0, taken: 0, let_go: 0, wanted: false };
	for ( const row of crm.orders ) {
		if ( row.order_id !== order_id || row.deleted ) {
			continue;
		}
		for ( const { sku: other, quantity, text } of row.lines ) {
			if ( other !== sku ) {
				continue;
			}
			sum.reserved += 'reserved' === text ? quantity : 0;
			sum.taken += 'fulfilled' === text ? quantity : 0;
			const holds = 'reserved' === text || 'fulfilled' === text;
			sum.let_go += row.cancelled && ! holds ? quantity : 0;
			sum.wanted ||= ! row.cancelled || holds;
		}
	}
	return sum;
}

export interface Truth {
	/** Pieces that may still be sold. */
	readonly free: number;
	/** Of those, pieces that KeyCRM still reserves for orders that the shop has cancelled. */
	readonly stale: number;
}

/**
 * KeyCRM's number minus the shop's sales that KeyCRM does not count, plus pieces that KeyCRM still reserves for
 * cancelled orders. If only KeyCRM has cancelled an order, it counts as sold as long as the shop may cancel it too.
 * Otherwise its pieces would come back twice.
 */
export function truthOf(
	crm: KeyCrm,
	shop: Shop,
	sku: number,
	subtract_reserve: boolean,
	is_over: boolean
): Truth {
	let sold = 0;
	let stale = 0;
	for ( const order of shop.orders ) {
		let alive = 0;
		for ( const line of order.lines ) {
			alive +=
				line.sku === sku && 'cancelled' !== order.status
					? line.taken
					: 0;
		}
		const known = inKeyCrm( crm, order.id, sku );
		const settled = ! is_over || known.wanted ? 0 : known.let_go;
		const reserved = subtract_reserve ? known.reserved : 0;
		sold += max( 0, alive - reserved - known.taken - settled );
		stale += max( 0, reserved - max( 0, alive - known.taken - settled ) );
	}
	const says =
		crm.quantity.of( sku ) -
		( subtract_reserve ? crm.reserve.of( sku ) : 0 );
	return { free: says - sold + stale, stale };
}
