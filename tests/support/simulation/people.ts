/** Everybody but the plugin: buyers, the connector that sends orders, managers, staff, other channels. */
import type { Random } from '../keycrm-server/random';
import type { Row } from './keycrm';
import type { ShopOrder } from './shop';
import type { Stage } from './stage';

const SKUS = 2;

const chance = ( dice: Random, percent: number ): boolean =>
	dice.below( 100 ) < percent;

const pick = < T >( dice: Random, from: readonly T[] ): T | undefined =>
	from[ dice.below( from.length ) ];

/** Someone who does something from time to time. */
function* now_and_then(
	times: number,
	act: () => Generator< void > | void
): Generator< void > {
	for ( let time = 0; time < times; time++ ) {
		yield;
		const going = act();
		if ( going ) {
			yield* going;
		}
	}
}

export function* buyer( { dice, shop }: Stage ): Generator< void > {
	yield;
	const first = dice.below( SKUS );
	const wanted = [ { sku: first, quantity: 1 + dice.below( 3 ) } ];
	if ( chance( dice, 30 ) ) {
		wanted.push( { sku: 1 - first, quantity: 1 } );
	}
	yield* shop.buy( wanted );
}

/** Sends orders to KeyCRM: late, never, or twice. */
export function connector( {
	dice,
	shop,
	crm,
	judge,
}: Stage ): Generator< void > {
	return now_and_then( 10, () => {
		const order = pick(
			dice,
			shop.orders.filter( ( { status } ) => 'processing' === status )
		);
		const known = crm.orders.some(
			( { order_id } ) => order_id === order?.id
		);
		if ( order && ( ! known || chance( dice, 10 ) ) ) {
			judge.inKeyCrm( () => {
				const row = crm.create(
					order.id,
					order.lines.map( ( { sku, ordered } ) => ( {
						sku,
						quantity: ordered,
					} ) )
				);
				if ( chance( dice, 50 ) ) {
					crm.reserveAll( row );
				}
			} );
		}
	} );
}

/** Works in KeyCRM on whatever order comes to hand. */
export function manager( { dice, crm, judge }: Stage ): Generator< void > {
	const acts: readonly ( ( row: Row ) => void )[] = [
		( row ) => crm.reserveAll( row ),
		( row ) => crm.reserveAll( row ),
		( row ) => crm.writeOff( row ),
		( row ) => crm.cancel( row ),
		( row ) => crm.remove( row ),
		( row ) => crm.shorten( row ),
		( row ) => crm.split( row ),
	];
	return now_and_then( 14, () => {
		const row = pick(
			dice,
			crm.orders.filter( ( { deleted } ) => ! deleted )
		);
		const act = pick( dice, acts );
		if ( row && act ) {
			judge.inKeyCrm( () => act( row ) );
		}
	} );
}

/** Sells elsewhere, and counts the shelves. */
export function elsewhere( { dice, crm, judge }: Stage ): Generator< void > {
	return now_and_then( dice.below( 4 ), () => {
		judge.inKeyCrm( () => {
			const sku = dice.below( SKUS );
			if ( chance( dice, 50 ) ) {
				crm.reserveAll( crm.create( 0, [ { sku, quantity: 1 } ] ) );
			} else {
				crm.count( sku, pick( dice, [ -1, 1, 2 ] ) ?? 0 );
			}
		} );
	} );
}

/** Cancels, refunds and edits orders in the shop. */
export function staff( { dice, shop, crm }: Stage ): Generator< void > {
	// What has left KeyCRM's stock comes back by KeyCRM; who books it in the shop before puts on the shelf what is not there.
	const untouched = ( order: ShopOrder ) =>
		! crm.orders.some(
			( row ) =>
				row.order_id === order.id &&
				row.lines.some( ( { text } ) => 'fulfilled' === text )
		);
	return now_and_then( 5, () => {
		const order = pick(
			dice,
			shop.orders.filter(
				( one ) =>
					'processing' === one.status &&
					one.reduced &&
					! shop.busy.has( one ) &&
					untouched( one )
			)
		);
		const line = pick( dice, order?.lines ?? [] );
		if ( ! order || ! line ) {
			return;
		}
		shop.busy.add( order );
		switch ( dice.below( 4 ) ) {
			case 0:
				return shop.cancel( order );
			case 1:
				return shop.cancelQuietly( order );
			case 2:
				return line.ordered > 0
					? shop.refund( line, () => untouched( order ) )
					: undefined;
			default:
				return shop.extend( line );
		}
	} );
}
