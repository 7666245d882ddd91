/** All actors but the plugin: buyers, the order connector, KeyCRM's managers, shop staff and other channels. */
import type { Random } from '../keycrm-server/random';
import type { Row } from './keycrm';
import type { ShopOrder } from './shop';
import type { Stage } from './stage';

const SKUS = 2;

const chance = ( random: Random, percent: number ): boolean =>
	random.below( 100 ) < percent;

const pick = < T >( random: Random, from: readonly T[] ): T | undefined =>
	from[ random.below( from.length ) ];

/** An actor that acts several times, with pauses. */
function* actRepeatedly(
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

export function* buyer( { random, shop }: Stage ): Generator< void > {
	yield;
	const first = random.below( SKUS );
	const wanted = [ { sku: first, quantity: 1 + random.below( 3 ) } ];
	if ( chance( random, 30 ) ) {
		wanted.push( { sku: 1 - first, quantity: 1 } );
	}
	yield* shop.buy( wanted );
}

/** Sends orders to KeyCRM: late, never, or twice. */
export function connector( {
	random,
	shop,
	crm,
	judge,
}: Stage ): Generator< void > {
	return actRepeatedly( 10, () => {
		const order = pick(
			random,
			shop.orders.filter( ( { status } ) => 'processing' === status )
		);
		const known = crm.orders.some(
			( { order_id } ) => order_id === order?.id
		);
		if ( order && ( ! known || chance( random, 10 ) ) ) {
			judge.inKeyCrm( () => {
				const row = crm.create(
					order.id,
					order.lines.map( ( { sku, ordered } ) => ( {
						sku,
						quantity: ordered,
					} ) )
				);
				if ( chance( random, 50 ) ) {
					crm.reserveAll( row );
				}
			} );
		}
	} );
}

/** A manager changes random orders in KeyCRM. */
export function manager( { random, crm, judge }: Stage ): Generator< void > {
	const acts: readonly ( ( row: Row ) => void )[] = [
		( row ) => crm.reserveAll( row ),
		( row ) => crm.reserveAll( row ),
		( row ) => crm.writeOff( row ),
		( row ) => crm.cancel( row ),
		( row ) => crm.remove( row ),
		( row ) => crm.shorten( row ),
		( row ) => crm.split( row ),
	];
	return actRepeatedly( 14, () => {
		const row = pick(
			random,
			crm.orders.filter( ( { deleted } ) => ! deleted )
		);
		const act = pick( random, acts );
		if ( row && act ) {
			judge.inKeyCrm( () => act( row ) );
		}
	} );
}

/** Other channels sell, and a stock-taking corrects quantities. */
export function elsewhere( { random, crm, judge }: Stage ): Generator< void > {
	return actRepeatedly( random.below( 4 ), () => {
		judge.inKeyCrm( () => {
			const sku = random.below( SKUS );
			if ( chance( random, 50 ) ) {
				crm.reserveAll( crm.create( 0, [ { sku, quantity: 1 } ] ) );
			} else {
				crm.count( sku, pick( random, [ -1, 1, 2 ] ) ?? 0 );
			}
		} );
	} );
}

/** Cancels, refunds and edits orders in the shop. */
export function staff( { random, shop, crm }: Stage ): Generator< void > {
	// If KeyCRM has written the order off, the return must be booked in KeyCRM first. Otherwise the shop would sell
	// pieces that are not there.
	const untouched = ( order: ShopOrder ) =>
		! crm.orders.some(
			( row ) =>
				row.order_id === order.id &&
				row.lines.some( ( { text } ) => 'fulfilled' === text )
		);
	return actRepeatedly( 5, () => {
		const order = pick(
			random,
			shop.orders.filter(
				( one ) =>
					'processing' === one.status &&
					one.reduced &&
					! shop.busy.has( one ) &&
					untouched( one )
			)
		);
		const line = pick( random, order?.lines ?? [] );
		if ( ! order || ! line ) {
			return;
		}
		shop.busy.add( order );
		switch ( random.below( 4 ) ) {
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
