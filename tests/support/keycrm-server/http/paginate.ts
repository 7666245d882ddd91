import type { Behaviour } from '../behaviour';
import type { Faults } from '../faults/fault-box';
import type { JsonObject } from '../json';
import type { Call } from './call';
import { pageLinks } from './page-links';
import type { Reply } from './reply';
import { invalid, json } from './reply';

const DEFAULT_LIMIT = 15;
const MOST_ROWS = 50;

/** A list that can be cut into pages without reading all of it. */
export interface Rows {
	total: number;
	/** @return Rows `from` (0-based, included) to `to` (not included). */
	slice: ( from: number, to: number ) => JsonObject[];
}

export function rowsOf< T >(
	list: readonly T[],
	render: ( item: T ) => JsonObject
): Rows {
	return {
		total: list.length,
		slice: ( from, to ) => list.slice( from, to ).map( render ),
	};
}

/** One page of a list in KeyCRM's envelope (keycrm-server/API.md §3.3). */
export function paginate(
	call: Call,
	rows: Rows,
	behaviour: Behaviour,
	faults: Faults
): Reply {
	const asked = wholeNumber( call.query.get( 'limit' ) ) ?? DEFAULT_LIMIT;
	if ( asked > MOST_ROWS && 'refused' === behaviour.limit_above_50 ) {
		return invalid( { limit: 'The limit may not be greater than 50.' } );
	}
	const cut = faults.find( 'per_page' )?.rows ?? MOST_ROWS;
	const per_page = Math.min( asked, MOST_ROWS, cut );
	const page = wholeNumber( call.query.get( 'page' ) ) ?? 1;
	const shown = undefined === faults.find( 'same_page' ) ? page : 1;
	const from =
		( shown - 1 ) * per_page + ( faults.find( 'shift' )?.rows ?? 0 );
	const empty = undefined !== faults.find( 'empty_page' );
	const data = empty
		? []
		: rows.slice( Math.max( 0, from ), Math.max( 0, from + per_page ) );
	const first = data.length > 0 ? ( page - 1 ) * per_page + 1 : null;
	const last_page = Math.max( 1, Math.ceil( rows.total / per_page ) );
	return json( 200, {
		current_page: page,
		data,
		from: first,
		last_page,
		per_page,
		to: null === first ? null : first + data.length - 1,
		total: rows.total,
		...pageLinks( call, page, last_page ),
	} );
}

/** @return The number if it is 1 or more; any other text counts as missing. */
function wholeNumber( text: string | undefined ): number | null {
	const value = Number( text );
	return Number.isInteger( value ) && value > 0 ? value : null;
}
