/** Sends a shop's orders to KeyCRM, late and in no order, and works on them there; and receives goods. */
import { STATUS } from '../../support/keycrm-server';
import type { KeyCrmServer } from '../../support/keycrm-server';
import { Random } from '../../support/keycrm-server/random';
import type { Event } from './market';

/** A sale, or a cancellation where the quantity is negative. */
export interface Sale {
	readonly order_id: number;
	readonly sku: string;
	readonly quantity: number;
}

interface Task {
	readonly due: number;
	readonly run: () => void;
}

export class Connector {
	readonly deliveries: Event[] = [];
	private readonly dice = new Random( 5 );
	private readonly sent = new Map< number, number >();
	private readonly cancelled = new Set< number >();
	private tasks: Task[] = [];

	constructor( private readonly keycrm: KeyCrmServer ) {}

	/** Pieces arrive in KeyCRM's warehouse. */
	receive( product: number, sku: string, pieces: number ): void {
		this.deliveries.push( { at: Date.now() / 1000, product, pieces } );
		const { catalogue, stock } = this.keycrm.world;
		for ( const offer of catalogue.offersOfSku( sku ) ) {
			stock.move(
				offer,
				1,
				{ quantity: pieces, reserve: 0 },
				'document'
			);
		}
	}

	/** An order is new in KeyCRM, then reserved, then sent to the buyer. */
	hear( { order_id, sku, quantity }: Sale ): void {
		if ( quantity < 0 ) {
			this.cancelled.add( order_id );
			this.later( 1500, () => this.move( order_id, STATUS.cancelled ) );
			return;
		}
		this.later( 2000, () => {
			if ( this.cancelled.has( order_id ) ) {
				return;
			}
			const { orders } = this.keycrm.world;
			this.sent.set(
				order_id,
				orders.create( {
					source_id: 1,
					source_uuid: String( order_id ),
					products: [ { sku, quantity } ],
				} )
			);
			this.later( 2000, () => this.move( order_id, STATUS.agreed ) );
			this.later( 6000, () => this.move( order_id, STATUS.delivery ) );
		} );
	}

	/** Does what is due; with Infinity everything. */
	work( now = Date.now() ): void {
		for (
			let due = this.take( now );
			due.length > 0;
			due = this.take( now )
		) {
			due.forEach( ( { run } ) => run() );
		}
	}

	private take( now: number ): Task[] {
		const due = this.tasks.filter( ( task ) => task.due <= now );
		this.tasks = this.tasks.filter( ( task ) => task.due > now );
		return due.sort( ( one, other ) => one.due - other.due );
	}

	private later( most_ms: number, run: () => void ): void {
		this.tasks.push( {
			due: Date.now() + this.dice.below( most_ms ),
			run,
		} );
	}

	private move( order_id: number, status: number ): void {
		const id = this.sent.get( order_id );
		const is_over =
			this.cancelled.has( order_id ) && STATUS.cancelled !== status;
		if ( undefined !== id && ! is_over ) {
			this.keycrm.world.orders.setStatus( id, status );
		}
	}
}
