/** Sync\Order\CrmOrderReader: what KeyCRM's orders say, page by page, since the last time. */
import { Notes } from '../open-order-cases/notes';
import type { Look } from '../open-order-cases/numbers';
import type { Row } from './keycrm';
import type { Stage } from './stage';

/** Orders on one page of KeyCRM's list. */
const PER_PAGE = 2;
/** More than clocks differ and a look takes; 15 minutes in the plugin. */
const OVERLAP = 400;

export class OrderLook {
	readonly notes = new Notes();
	private since = -Infinity;
	/** When the last look at everything began that came to its end. */
	private whole = -Infinity;
	/** The last look that came to its end. */
	looked: Look = { began: -Infinity };

	constructor( private readonly stage: Stage ) {}

	*look(): Generator< void > {
		const { shop, crm } = this.stage;
		if ( 0 === shop.orders.length ) {
			return;
		}
		// Where a deleted order is in no list, only a look at everything can miss it.
		const is_whole = ! this.stage.lists_deleted;
		const since = is_whole ? -Infinity : this.since;
		const started = this.stage.now();
		let newest = since;
		for ( let first = 0, more = true; more; first += PER_PAGE ) {
			const sent = this.stage.now();
			yield;
			if ( this.stage.isUnanswered() ) {
				// Passed by.
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

	/** The answer as it was formed, to be stored whenever it comes. */
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
