/** TypeScript copies of the decisions about numbers; see notes.ts. */
import type { Note } from './notes';

/** The pieces that a line of a shop's order has taken from a product's stock. */
export interface OpenLine {
	readonly order_id: number;
	readonly taken: number;
	readonly ordered: number;
}

export interface Question {
	readonly lines: readonly OpenLine[];
	readonly notes: readonly Note[];
	readonly sku: string;
	/** When the level was requested. */
	readonly read_at: number;
	readonly reserves_counted: boolean;
}

const rounded = ( value: number ): number =>
	Math.round( value * 1_000_000 ) / 1_000_000;

/**
 * Sync\Availability\OpenOrderQuantities::for_set(): pieces in orders that KeyCRM had not counted when the level was
 * requested.
 */
export function held( question: Question ): number {
	const orders = new Map< number, { taken: number; ordered: number } >();
	for ( const { order_id, taken, ordered } of question.lines ) {
		const sum = orders.get( order_id ) ?? { taken: 0, ordered: 0 };
		orders.set( order_id, {
			taken: sum.taken + taken,
			ordered: sum.ordered + ordered,
		} );
	}
	let total = 0;
	for ( const [ order_id, { taken, ordered } ] of orders ) {
		const counted = countedOf( question, order_id );
		total +=
			ordered > 0
				? rounded( taken * Math.max( 0, 1 - counted / ordered ) )
				: rounded( Math.max( 0, taken - counted ) );
	}
	return rounded( total );
}

function countedOf(
	{ notes, sku, read_at, reserves_counted }: Question,
	order_id: number
): number {
	const about = notes.filter(
		( note ) => note.order_id === order_id && note.sku === sku
	);
	const wanted = about.filter( ( { state } ) =>
		[ 'open', 'reserved', 'taken' ].includes( state )
	);
	let counted = 0;
	for ( const note of wanted.length === 0 ? about : wanted ) {
		const since = reserves_counted ? note.counted_at : note.taken_at;
		if ( null !== since && since < read_at ) {
			counted += note.quantity;
		}
	}
	return counted;
}

export interface Level {
	readonly quantity: number;
	readonly reserve: number;
	readonly read_at: number;
	/** When the answer had arrived. */
	readonly stored_at: number;
}

/**
 * Store\Level\LevelTable::store(): the answer to the later request wins, even if it arrives first. If an answer is
 * stored twice, the first time counts.
 */
export function newerLevel< T extends Level >(
	old: T | undefined,
	fresh: T
): T {
	if ( undefined === old || fresh.read_at > old.read_at ) {
		return fresh;
	}
	return fresh.read_at === old.read_at
		? { ...fresh, stored_at: old.stored_at }
		: old;
}

/** Sync\Availability\Formula::availability(), all warehouses together. */
export function available(
	level: Level,
	held_quantity: number,
	rules: { subtract_reserve: boolean; allow_negative: boolean }
): number {
	const whole = Math.floor(
		rounded(
			level.quantity -
				( rules.subtract_reserve ? level.reserve : 0 ) -
				held_quantity
		)
	);
	return rules.allow_negative ? whole : Math.max( 0, whole );
}

/** A completed read of KeyCRM's orders. */
export interface Look {
	readonly began: number;
}

/**
 * Sync\Availability\OpenOrderQuantities::is_newer_than(): whether KeyCRM's orders were read after the level had
 * arrived.
 */
export const isNewer = ( look: Look, level: Level ): boolean =>
	look.began > level.stored_at;

/**
 * Sync\Availability\PageInputs::wanted(): unless the orders were read after the level, the level may only lower a
 * number. It may raise it if KeyCRM's counting of orders makes no difference.
 *
 * @param is_newer Whether the orders were read after the level.
 * @param is_sure  Whether as much is held if KeyCRM counts none of the shop's orders.
 */
export function target(
	wanted: number,
	is_newer: boolean,
	is_sure: boolean,
	present: number
): number {
	return is_newer || is_sure || wanted <= present ? wanted : present;
}
