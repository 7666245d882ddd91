/** Sync\OrderLook: what KeyCRM's orders say, page by page, since the last time. */
import { Notes } from '../holding/notes';
import type { Row } from './keycrm';
import type { Stage } from './stage';

/** Orders on one page of KeyCRM's list. */
const PER_PAGE = 2;
/** More than clocks differ and a look takes; 15 minutes in the plugin. */
const OVERLAP = 400;

export class OrderLook {
	readonly notes = new Notes();
	private since = -Infinity;

	constructor( private readonly stage: Stage ) {}

	*look(): Generator< void > {
		const { shop, crm } = this.stage;
		if ( 0 === shop.orders.length ) {
			return;
		}
		const { since } = this;
		const started = this.stage.now();
		let newest = since;
		for ( let first = 0, more = true; more; first += PER_PAGE ) {
			const sent = this.stage.now();
			yield;
			const found = crm.orders.filter(
				( { updated_at } ) => updated_at >= since
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
	}

	/** The answer as it was formed, to be stored whenever it comes. */
	private storing( rows: readonly Row[], sent: number ): () => void {
		const ours = rows
			.filter( ( { order_id } ) => order_id > 0 )
			.map( ( row ) => this.stage.crm.shown( row ) );
		return () => this.notes.store( ours, sent, this.stage.now() );
	}
}
