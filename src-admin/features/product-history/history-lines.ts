import type { ProductHistory } from '../../contract';

/** Milliseconds and quantity. */
export type Point = [ at: number, pieces: number ];

export interface HistoryLines {
	/** The shop's quantity is known before and after each write, and now; sales in between are a straight line. */
	shop: Point[];
	/** A step line: KeyCRM's quantity holds until the next read. */
	keycrm: Point[];
	since: number;
	now: number;
	/** The highest and lowest value of the scale; 0 is always on it. */
	top: number;
	bottom: number;
}

const STEPS = [ 1, 2, 4, 5, 10 ];

/** Rounds up to one of 1, 2, 4, 5, 10, 20, 40, … */
function niceAbove( value: number ): number {
	const power = 10 ** Math.floor( Math.log10( Math.max( value, 1 ) ) );
	return ( STEPS.find( ( step ) => step * power >= value ) ?? 10 ) * power;
}

function shopPoints( history: ProductHistory, now: number ): Point[] {
	const points = history.items.flatMap( ( { at, before, after } ) =>
		[ before, after ]
			.filter( ( pieces ) => null !== pieces )
			.map( ( pieces ): Point => [ Date.parse( at ), pieces ] )
	);
	const [ first ] = points;
	const since = Date.parse( history.since );
	return [
		...( first ? [ [ since, first[ 1 ] ] satisfies Point ] : [] ),
		...points,
		...( null === history.in_shop
			? []
			: [ [ now, history.in_shop ] satisfies Point ] ),
	];
}

function keycrmPoints( history: ProductHistory, now: number ): Point[] {
	const read: Point[] = history.items.flatMap(
		( { at, in_keycrm: inKeycrm } ) =>
			null === inKeycrm
				? []
				: [ [ Date.parse( at ), inKeycrm ] satisfies Point ]
	);
	if ( null !== history.in_keycrm && null !== history.read_at ) {
		read.push( [ Date.parse( history.read_at ), history.in_keycrm ] );
	}
	read.sort( ( [ a ], [ b ] ) => a - b );
	return read.flatMap( ( [ at, pieces ], index ): Point[] => [
		[ at, pieces ],
		[ read[ index + 1 ]?.[ 0 ] ?? now, pieces ],
	] );
}

/** Turns a product's history into two lines of a chart. */
export function historyLines( history: ProductHistory ): HistoryLines {
	const now = Date.parse( history.now );
	const shop = shopPoints( history, now );
	const keycrm = keycrmPoints( history, now );
	const all = [ ...shop, ...keycrm ].map( ( [ , pieces ] ) => pieces );
	const lowest = Math.min( 0, ...all );
	return {
		shop,
		keycrm,
		since: Date.parse( history.since ),
		now,
		top: niceAbove( Math.max( 1, ...all ) ),
		bottom: lowest < 0 ? -niceAbove( -lowest ) : 0,
	};
}
