/** WooCommerce: each change of a number, a mark or a status a step of its own, as other processes see it. */

import { Tally } from './tally';

export interface ShopLine {
	readonly sku: number;
	ordered: number;
	/** What is off the shop's number for this line: the truth, which no column holds. */
	taken: number;
	/** `_reduced_stock`; null where there is none. */
	mark: number | null;
}

export interface ShopOrder {
	readonly id: number;
	readonly lines: ShopLine[];
	status: 'pending' | 'processing' | 'cancelled';
	/** `_order_stock_reduced`. */
	reduced: boolean;
	/** Changed by another program in the database alone, long ago by its dates. */
	quietly: boolean;
}

export class Shop {
	readonly orders: ShopOrder[] = [];
	readonly stock: Tally;
	/** Rows that a transaction has locked. */
	readonly locked = new Set< number >();
	/** Orders that a person has worked on: nobody else does. */
	readonly busy = new Set< ShopOrder >();
	private readonly promised = new Tally();
	private next_id = 1000;

	constructor( owned: readonly number[] ) {
		this.stock = new Tally( owned );
	}

	/** A purchase: only where every piece is there and promised to nobody else. */
	*buy(
		wanted: readonly { sku: number; quantity: number }[]
	): Generator< void > {
		if (
			wanted.some( ( { sku, quantity } ) => this.free( sku ) < quantity )
		) {
			return;
		}
		wanted.forEach( ( { sku, quantity } ) => {
			this.promised.add( sku, quantity );
		} );
		const order: ShopOrder = {
			id: this.next_id++,
			status: 'pending',
			reduced: false,
			quietly: false,
			lines: wanted.map( ( { sku, quantity } ) => ( {
				sku,
				ordered: quantity,
				taken: 0,
				mark: null,
			} ) ),
		};
		this.orders.push( order );
		yield;
		order.status = 'processing';
		yield;
		for ( const line of order.lines ) {
			yield* this.change( line, -line.ordered );
			this.promised.add( line.sku, -line.ordered );
			yield;
			line.mark = line.ordered;
			yield;
		}
		order.reduced = true;
	}

	*cancel( order: ShopOrder ): Generator< void > {
		order.status = 'cancelled';
		yield;
		for ( const line of order.lines ) {
			if ( null !== line.mark && line.mark > 0 ) {
				yield* this.change( line, line.mark );
				yield;
				line.mark = null;
				yield;
			}
		}
		order.reduced = false;
	}

	/** KeyCRM's own plugin writes the status into the database; no number changes, the marks stay. */
	cancelQuietly( order: ShopOrder ): void {
		order.status = 'cancelled';
		order.quietly = true;
	}

	/** One piece of the line goes back to stock, if it is still to be had when its turn comes. */
	*refund( line: ShopLine, is_there: () => boolean ): Generator< void > {
		yield* this.unlocked( line );
		if ( ! is_there() ) {
			return;
		}
		yield* this.change( line, 1 );
		yield;
		line.mark = ( line.mark ?? 0 ) - 1;
		line.ordered--;
	}

	/** A person adds one piece to the line; only where there is one. */
	*extend( line: ShopLine ): Generator< void > {
		if ( this.free( line.sku ) < 1 ) {
			return;
		}
		this.promised.add( line.sku, 1 );
		line.ordered++;
		yield;
		yield* this.change( line, -1 );
		this.promised.add( line.sku, -1 );
		yield;
		line.mark = ( line.mark ?? 0 ) + 1;
	}

	/** In stock, and promised to nobody. */
	private free( sku: number ): number {
		return this.stock.of( sku ) - this.promised.of( sku );
	}

	private *change( line: ShopLine, by: number ): Generator< void > {
		yield* this.unlocked( line );
		this.stock.add( line.sku, by );
		line.taken -= by;
	}

	/** Waits for the row's lock, as the database does. */
	private *unlocked( { sku }: ShopLine ): Generator< void > {
		while ( this.locked.has( sku ) ) {
			yield;
		}
	}
}
