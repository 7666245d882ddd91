/** Sync\Order\CrmOrderReader: reads the orders that KeyCRM has changed since the last read, page by page. */
import { Notes } from '../open-order-cases/notes';
import type { Look } from '../open-order-cases/numbers';
import type { Row } from './keycrm';
import type { Stage } from './stage';

/** Orders on one page of KeyCRM's list. */
const PER_PAGE = 2;
/** Longer than the difference of the clocks plus a read; 15 minutes in the plugin. */
const OVERLAP = 400;

export class OrderLook {
	readonly notes = new Notes();
	private since = -Infinity;
	/** When the last completed read of all orders began. */
	private whole = -Infinity;
	/** The last completed read. */
	looked: Look = { began: -Infinity };

	constructor( private readonly stage: Stage ) {}

	*look(): Generator< void > {
		const { shop, crm } = this.stage;
		if ( 0 === shop.orders.length ) {
			return;
		}
		// If KeyCRM does not list deleted orders, only a read of all orders shows that one is missing.
		const is_whole = ! this.stage.lists_deleted;
		const since = is_whole ? -Infinity : this.since;
		const started = this.stage.now();
		let newest = since;
		for ( let first = 0, more = true; more; first += PER_PAGE ) {
			const sent = this.stage.now();
			yield;
			if ( this.stage.isUnanswered() ) {
				// The plugin skips the read.
				return;
			}
			const found = crm.orders.filter(
				( { updated_at, deleted } ) =>
					updated_at >= since &&
					( this.stage.lists_deleted || ! deleted )
			);
			const rows = found.slice( first, first + PER_PAGE );
			more = found.length > first + PER_PAGE;
			newest = Math.max(
				newest,
				...rows.map( ( { updated_at } ) => updated_at )
			);
			const store = this.storing( rows, sent );
			this.stage.sometimesLate( store );
			yield;
			store();
			yield;
		}
		this.since = Math.min( started, newest ) - OVERLAP;
		this.looked = { began: started };
		if ( is_whole ) {
			this.whole = started;
			this.notes.forgetUnseen( started );
		}
	}

	/** Returns a function that stores the answer of this moment, whenever it arrives. */
	private storing( rows: readonly Row[], sent: number ): () => void {
		const ours = rows
			.filter( ( { order_id } ) => order_id > 0 )
			.map( ( row ) => this.stage.crm.shown( row ) );
		return () => {
			if ( sent >= this.whole ) {
				this.notes.store( ours, sent, this.stage.now() );
			}
		};
	}
}
