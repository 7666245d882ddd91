/** WooCommerce as other processes see it: each change of a number, a mark or a status is a step of its own. */

import { Tally } from './tally';

export interface ShopLine {
	readonly sku: number;
	ordered: number;
	/** Pieces that this line has really taken from the stock. No column holds this. */
	taken: number;
	/** `_reduced_stock`; null: none. */
	mark: number | null;
}

export interface ShopOrder {
	readonly id: number;
	readonly lines: ShopLine[];
	status: 'pending' | 'processing' | 'cancelled';
	/** `_order_stock_reduced`. */
	reduced: boolean;
	/** Another program changed the status in the database only, and left an old date. */
	quietly: boolean;
}

export class Shop {
	readonly orders: ShopOrder[] = [];
	readonly stock: Tally;
	/** Rows that a transaction has locked. */
	readonly locked = new Set< number >();
	/** Orders that an employee has changed already; no second employee does. */
	readonly busy = new Set< ShopOrder >();
	private readonly promised = new Tally();
	private next_id = 1000;

	constructor( owned: readonly number[] ) {
		this.stock = new Tally( owned );
	}

	/** A purchase, if every piece is in stock and not promised to another buyer. */
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

	/** KeyCRM's own plugin writes the status into the database. Numbers and marks stay. */
	cancelQuietly( order: ShopOrder ): void {
		order.status = 'cancelled';
		order.quietly = true;
	}

	/** Puts one piece of the line back to stock, if that is still allowed after the lock is free. */
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

	/** An employee adds one piece to the line, if one is in stock. */
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

	/** Pieces in stock that are not promised to a buyer. */
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
