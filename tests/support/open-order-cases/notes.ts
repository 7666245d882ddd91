/**
 * TypeScript copies of the plugin's decisions about orders and levels. The simulation needs millions of them, which PHP
 * could not answer in time. tests/wordpress/order/open-order-rules.test.ts compares them with PHP.
 */

export type LineState = 'open' | 'reserved' | 'taken' | 'cancelled' | 'gone';

const CANCELLED_GROUP = 6;
const DAY_MS = 86_400_000;

/** KeyCrm\Order\LineStatusParser::state(). */
export function lineState(
	text: string | null,
	group: number | null,
	is_closed: boolean
): LineState {
	const word = ( text ?? '' ).trim().toLowerCase();
	const cancelled = CANCELLED_GROUP === group && is_closed;
	if ( 'reserved' === word ) {
		return 'reserved';
	}
	if ( '' === word || /^(revert|return)/.test( word ) ) {
		return cancelled ? 'cancelled' : 'open';
	}
	return 'taken';
}

/** An order as KeyCRM shows it, with the id of the shop's order. */
export interface CrmOrder {
	readonly id: number;
	readonly order_id: number;
	readonly updated_at: number;
	readonly lines: readonly {
		readonly id: number;
		readonly sku: string;
		readonly quantity: number;
		readonly state: LineState;
	}[];
}

export interface Note {
	readonly line_id: number;
	readonly order_id: number;
	readonly crm_order_id: number;
	readonly sku: string;
	readonly quantity: number;
	readonly state: LineState;
	readonly changed_at: number;
	readonly counted_at: number | null;
	readonly taken_at: number | null;
	readonly seen_at: number;
}

function countedFrom( state: LineState, received: number ): number | null {
	if ( 'open' === state || 'gone' === state ) {
		return null;
	}
	return 'cancelled' === state ? received + DAY_MS : received;
}

/** Store\OrderLineTable. */
export class Notes {
	private readonly notes = new Map< number, Note >();

	store( orders: readonly CrmOrder[], sent: number, received: number ): void {
		for ( const { id, order_id, updated_at, lines } of orders ) {
			for ( const line of lines ) {
				const counted_at = countedFrom( line.state, received );
				this.put( {
					line_id: line.id,
					order_id,
					crm_order_id: id,
					sku: line.sku,
					quantity: line.quantity,
					state: line.state,
					changed_at: updated_at,
					counted_at,
					taken_at: 'reserved' === line.state ? null : counted_at,
					seen_at: sent,
				} );
			}
		}
		const ids = new Set( orders.map( ( { id } ) => id ) );
		for ( const note of this.notes.values() ) {
			if ( ids.has( note.crm_order_id ) && note.seen_at < sent ) {
				this.notes.set( note.line_id, {
					...note,
					quantity: 0,
					state: 'gone',
					counted_at: null,
					taken_at: null,
					seen_at: sent,
				} );
			}
		}
	}

	/** Deletes lines that no read of KeyCRM's orders since then has shown. */
	forgetUnseen( since: number ): void {
		for ( const [ id, note ] of this.notes ) {
			if ( note.seen_at < since ) {
				this.notes.delete( id );
			}
		}
	}

	of( order_id: number ): Note[] {
		return [ ...this.notes.values() ]
			.filter( ( note ) => note.order_id === order_id )
			.sort( ( one, other ) => one.line_id - other.line_id );
	}

	private put( fresh: Note ): void {
		const old = this.notes.get( fresh.line_id );
		if ( undefined === old ) {
			this.notes.set( fresh.line_id, fresh );
			return;
		}
		if ( fresh.seen_at < old.seen_at ) {
			return;
		}
		const same =
			fresh.state === old.state &&
			( fresh.changed_at === old.changed_at ||
				'cancelled' === old.state ) &&
			fresh.quantity <= old.quantity &&
			fresh.sku === old.sku &&
			fresh.order_id === old.order_id;
		const since = ( before: number | null, now: number | null ) =>
			null !== now && null !== before && same ? before : now;
		this.notes.set( fresh.line_id, {
			...fresh,
			counted_at: since( old.counted_at, fresh.counted_at ),
			taken_at: since( old.taken_at, fresh.taken_at ),
		} );
	}
}
