import type { Behaviour } from '../behaviour';
import type { Catalogue } from './catalogue';
import type { OrderSettings } from './order-settings';
import type { Order, OrderLine } from './order-types';
import type { Stock } from './stock';

const CANCELLED_GROUP = 6;

type Aim = 'reserve' | 'write_off' | 'release' | 'keep';

/** The effect of an order's status on the stock (keycrm-server/API.md §8). */
export class OrderStock {
	constructor(
		private readonly catalogue: Catalogue,
		private readonly stock: Stock,
		private readonly behaviour: Behaviour
	) {}

	/** To be called after each change of the order's status. */
	follow( order: Order, settings: OrderSettings ): void {
		const aim = aimOf( order.status_id, settings );
		for ( const line of order.products ) {
			this.apply( line, aim );
		}
	}

	/** Releases the stock that the order holds. */
	release( order: Order ): void {
		for ( const line of order.products ) {
			this.apply( line, 'release' );
		}
	}

	private apply( line: OrderLine, aim: Aim ): void {
		const { held } = line;
		if ( 'reserve' === aim && 'reserved' !== held ) {
			const returned = 'written_off' === held;
			this.move( line, returned ? line.quantity : 0, line.quantity );
			this.mark( line, 'reserved', 'reserved' );
		} else if ( 'write_off' === aim && 'written_off' !== held ) {
			const reserved = 'reserved' === held;
			this.move( line, -line.quantity, reserved ? -line.quantity : 0 );
			this.mark( line, 'written_off', this.behaviour.fulfilled_text );
		} else if ( 'release' === aim && 'reserved' === held ) {
			this.move( line, 0, -line.quantity );
			this.mark( line, 'nothing', null );
		} else if ( 'release' === aim && 'written_off' === held ) {
			this.move( line, line.quantity, 0 );
			this.mark( line, 'nothing', this.behaviour.reverted_text );
		}
	}

	private move( line: OrderLine, quantity: number, reserve: number ): void {
		const offer =
			null === line.offer_id
				? undefined
				: this.catalogue.offer( line.offer_id );
		if ( undefined !== offer && null !== line.warehouse_id ) {
			const by = { quantity, reserve };
			this.stock.move( offer, line.warehouse_id, by, 'order' );
		}
	}

	private mark(
		line: OrderLine,
		held: OrderLine[ 'held' ],
		text: string | null
	): void {
		if ( null === line.offer_id || null === line.warehouse_id ) {
			return;
		}
		line.held = held;
		if ( ! line.stock_status_is_fixed ) {
			line.stock_status = text;
		}
	}
}

function aimOf( status_id: number, settings: OrderSettings ): Aim {
	if ( settings.reserve_status_ids.includes( status_id ) ) {
		return 'reserve';
	}
	if ( settings.write_off_status_ids.includes( status_id ) ) {
		return 'write_off';
	}
	const status = settings.statuses.find( ( { id } ) => id === status_id );
	// An owner may have a status of the cancelled group that does not cancel orders.
	return CANCELLED_GROUP === status?.group_id && status.is_closing_order
		? 'release'
		: 'keep';
}
