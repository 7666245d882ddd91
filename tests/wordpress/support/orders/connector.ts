/** Sends a shop's orders to KeyCRM, late and in random order, changes them there, and receives goods. */
import { STATUS } from '../../../support/keycrm-server';
import type { KeyCrmServer } from '../../../support/keycrm-server';
import { Random } from '../../../support/keycrm-server/random';

/** An event of an order of the shop. */
export interface News {
	readonly what: 'placed' | 'paid' | 'dropped' | 'returned';
	readonly order_id: number;
	readonly sku: string;
	readonly quantity: number;
}

/** Some orders are sent when they are placed, the others when they are paid. */
const isSentEarly = ( order_id: number ) => order_id % 4 === 0;

interface Task {
	readonly due: number;
	readonly run: () => void;
}

export class Connector {
	private readonly random = new Random( 5 );
	/** Pieces that the buyer still wants, by order. */
	private readonly wanted = new Map< number, number >();
	/** KeyCRM's order ids, by the shop's. */
	private readonly sent = new Map< number, number >();
	private tasks: Task[] = [];
	private counted: number[] = [];

	constructor( private readonly keycrm: KeyCrmServer ) {}

	/** Adds pieces to KeyCRM's warehouse. */
	receive( sku: string, pieces: number ): void {
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

	hear( { what, order_id, sku, quantity }: News ): void {
		switch ( what ) {
			case 'placed':
				this.wanted.set( order_id, quantity );
				if ( isSentEarly( order_id ) ) {
					this.send( order_id, sku );
				}
				break;
			case 'paid':
				if ( ! isSentEarly( order_id ) ) {
					this.send( order_id, sku );
				}
				break;
			case 'dropped':
			case 'returned':
				this.wanted.set( order_id, this.still( order_id ) - quantity );
				this.later( 1500, () => this.correct( order_id ) );
		}
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

	/** Returns the orders that KeyCRM has begun to count since the last call. */
	newlyCounted(): number[] {
		const ids = this.counted;
		this.counted = [];
		return ids;
	}

	private still( order_id: number ): number {
		return this.wanted.get( order_id ) ?? 0;
	}

	/** Creates the order in KeyCRM, then reserves it, then sends it to the buyer. */
	private send( order_id: number, sku: string ): void {
		this.later( 2000, () => {
			const quantity = this.still( order_id );
			if ( quantity === 0 ) {
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

	/** Returns in KeyCRM what was returned in the shop. */
	private correct( order_id: number ): void {
		const id = this.sent.get( order_id );
		if ( undefined === id ) {
			return;
		}
		const { orders } = this.keycrm.world;
		const quantity = this.still( order_id );
		if ( quantity === 0 ) {
			orders.setStatus( id, STATUS.cancelled );
		} else {
			orders.setQuantity( id, quantity );
		}
	}

	private take( now: number ): Task[] {
		const due = this.tasks.filter( ( task ) => task.due <= now );
		this.tasks = this.tasks.filter( ( task ) => task.due > now );
		return due.sort( ( one, other ) => one.due - other.due );
	}

	private later( most_ms: number, run: () => void ): void {
		this.tasks.push( {
			due: Date.now() + this.random.below( most_ms ),
			run,
		} );
	}

	private move( order_id: number, status: number ): void {
		const id = this.sent.get( order_id );
		if ( undefined !== id && this.still( order_id ) > 0 ) {
			this.keycrm.world.orders.setStatus( id, status );
			this.counted.push( order_id );
		}
	}
}
