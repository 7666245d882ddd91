/** KeyCRM as keycrm-server/API.md §8 describes it: orders that reserve, write off and give back. */
import { lineState } from '../open-order-cases/notes';
import type { CrmOrder } from '../open-order-cases/notes';
import { Tally } from './tally';

export interface Row {
	readonly id: number;
	/** Id of the shop's order; 0: an order of another channel. */
	readonly order_id: number;
	updated_at: number;
	cancelled: boolean;
	deleted: boolean;
	lines: RowLine[];
}

interface RowLine {
	readonly id: number;
	readonly sku: number;
	quantity: number;
	text: string | null;
}

const CANCELLED = 6;
const NEW = 1;

const isReserved = ( { text }: RowLine ) => 'reserved' === text;
const isGone = ( { text }: RowLine ) => 'fulfilled' === text;

export class KeyCrm {
	readonly quantity: Tally;
	readonly reserve = new Tally();
	readonly orders: Row[] = [];
	/** Runs for each product whose numbers have changed, like the stock webhook. */
	moved: ( sku: number ) => void = () => {};
	private next_id = 1;

	constructor(
		owned: readonly number[],
		private readonly now: () => number
	) {
		this.quantity = new Tally( owned );
	}

	create(
		order_id: number,
		lines: readonly { sku: number; quantity: number }[]
	): Row {
		const row: Row = {
			id: this.next_id++,
			order_id,
			updated_at: this.now(),
			cancelled: false,
			deleted: false,
			lines: lines.map( ( line ) => ( {
				...line,
				id: this.next_id++,
				text: null,
			} ) ),
		};
		this.orders.push( row );
		return row;
	}

	/** Moves the order to a status that reserves. Pieces that were written off come back. */
	reserveAll( row: Row ): void {
		this.touch( row, ( line ) => {
			if ( ! isReserved( line ) ) {
				this.move(
					line,
					isGone( line ) ? line.quantity : 0,
					line.quantity
				);
				line.text = 'reserved';
			}
		} );
		row.cancelled = false;
	}

	writeOff( row: Row ): void {
		this.touch( row, ( line ) => {
			if ( ! isGone( line ) ) {
				this.move(
					line,
					-line.quantity,
					isReserved( line ) ? -line.quantity : 0
				);
				line.text = 'fulfilled';
			}
		} );
		row.cancelled = false;
	}

	cancel( row: Row ): void {
		this.touch( row, ( line ) => this.release( line ) );
		row.cancelled = true;
	}

	remove( row: Row ): void {
		this.touch( row, ( line ) => this.release( line ) );
		row.deleted = true;
	}

	/** Removes one piece from the first line that has more than one. */
	shorten( row: Row ): void {
		const line = row.lines.find( ( { quantity } ) => quantity > 1 );
		if ( line ) {
			row.updated_at = this.now();
			line.quantity--;
			this.quantity.add( line.sku, isGone( line ) ? 1 : 0 );
			this.reserve.add( line.sku, isReserved( line ) ? -1 : 0 );
			this.moved( line.sku );
		}
	}

	/** Moves the last line to an order of its own. */
	split( row: Row ): void {
		const [ first, ...others ] = [ ...row.lines ].reverse();
		if ( first && others.length > 0 ) {
			const part = this.create( row.order_id, [] );
			part.lines = [ first ];
			part.cancelled = row.cancelled;
			row.lines = others.reverse();
			row.updated_at = this.now();
		}
	}

	/** Corrects the quantity after a stock-taking. */
	count( sku: number, by: number ): void {
		this.quantity.add( sku, by );
		this.moved( sku );
	}

	/** The order as the plugin's parser reads it at this moment. */
	shown( row: Row ): CrmOrder {
		return {
			id: row.id,
			order_id: row.order_id,
			updated_at: row.updated_at,
			lines: row.deleted
				? []
				: row.lines.map( ( { id, sku, quantity, text } ) => ( {
						id,
						sku: String( sku ),
						quantity,
						state: lineState(
							text,
							row.cancelled ? CANCELLED : NEW,
							row.cancelled
						),
				  } ) ),
		};
	}

	private release( line: RowLine ): void {
		if ( isReserved( line ) ) {
			this.move( line, 0, -line.quantity );
			line.text = null;
		} else if ( isGone( line ) ) {
			this.move( line, line.quantity, 0 );
			line.text = 'reverted';
		}
	}

	private touch( row: Row, change: ( line: RowLine ) => void ): void {
		row.updated_at = this.now();
		row.lines.forEach( change );
	}

	private move( line: RowLine, quantity: number, reserve: number ): void {
		this.quantity.add( line.sku, quantity );
		this.reserve.add( line.sku, reserve );
		this.moved( line.sku );
	}
}
