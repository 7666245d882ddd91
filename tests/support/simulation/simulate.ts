/** Simulates a shop, from a scenario made by fast-check. */
import { Naive } from './naive';
import { buyer, connector, elsewhere, manager, staff } from './people';
import { Plugin } from './plugin';
import type { PluginOptions } from './plugin';
import type { Rules } from './stage';
import { Stage } from './stage';

export interface Scenario {
	readonly seed: number;
	/** Which actor takes each step. */
	readonly choices: readonly number[];
	readonly owned: readonly [ number, number ];
	readonly buyers: number;
	readonly rules: Rules;
}

/** The products' numbers, and the right ones. */
export interface Shelf {
	readonly shows: readonly number[];
	readonly expected: readonly number[];
}

export interface Verdict {
	/** The most pieces that the shop showed although they were not free. */
	readonly excess: number;
	/** Pieces sold that did not exist. */
	readonly oversold: number;
	/** After all activity has ended and one more run was made; and the same a day later. */
	readonly quiet: Shelf;
	readonly tomorrow: Shelf;
}

const ALL = [ 0, 1 ];

/** The products of several runs in sequence. */
type Turns = readonly ( readonly number[] )[];

const LANES: readonly Turns[] = [
	[ ALL, ALL, ALL ],
	[ [ 0 ], [ 1 ], [ 0 ] ],
];

interface Syncs {
	run( skus: readonly number[] ): Generator< void >;
}

function* lane( syncs: Syncs, turns: Turns ): Generator< void > {
	for ( const skus of turns ) {
		yield* syncs.run( skus );
	}
}

/** A single run without other activity. */
function once( stage: Stage, syncs: Syncs ): Shelf {
	stage.start( syncs.run( ALL ) );
	stage.play( [] );
	return shelf( stage );
}

function shelf( stage: Stage ): Shelf {
	return {
		shows: ALL.map( ( sku ) => stage.shop.stock.of( sku ) ),
		expected: ALL.map( ( sku ) =>
			stage.judge.expected( sku, stage.rules.allow_negative )
		),
	};
}

function play(
	scenario: Scenario,
	syncsOf: ( stage: Stage ) => Syncs,
	lanes: readonly Turns[] = LANES,
	onceQuiet: ( stage: Stage ) => void = () => {}
): Verdict {
	const { seed, owned, rules, choices } = scenario;
	const stage = new Stage( seed, owned, rules );
	const syncs = syncsOf( stage );
	for ( let count = 0; count < scenario.buyers; count++ ) {
		stage.start( buyer( stage ) );
	}
	[ connector, manager, elsewhere, staff, staff ].forEach( ( person ) =>
		stage.start( person( stage ) )
	);
	lanes.forEach( ( turns ) => stage.start( lane( syncs, turns ) ) );
	stage.play( choices );

	stage.endActivity();
	onceQuiet( stage );
	const quiet = once( stage, syncs );
	stage.sleep();
	const tomorrow = once( stage, syncs );
	const { excess, oversold } = stage.judge;
	return { excess, oversold, quiet, tomorrow };
}

/** KeyCRM's webhook names changed products late, out of order and sometimes twice. */
function webhook( stage: Stage, plugin: Plugin ): void {
	stage.crm.moved = ( sku ) => {
		const times = stage.random.below( 5 ) === 0 ? 2 : 1;
		for ( let time = 0; time < times; time++ ) {
			const is_quick = stage.random.below( 2 ) === 0;
			stage.later( is_quick ? 1 : 20, () => plugin.dirty.mark( sku ) );
		}
	};
}

function* refreshing( plugin: Plugin, times: number ): Generator< void > {
	for ( let time = 0; time < times; time++ ) {
		yield;
		yield* plugin.refresh();
	}
}

/**
 * Simulates refreshes beside the runs. `refreshed` is the stock when all is quiet and the queue is empty, before the
 * last run; `unsure` are products whose last refresh got no answer about orders.
 */
export function withRefreshes(
	scenario: Scenario,
	options: PluginOptions = {}
): Verdict & {
	readonly refreshed: Shelf;
	readonly unsure: ReadonlySet< number >;
} {
	let plugin: Plugin | undefined;
	let refreshed: Shelf = { shows: [], expected: [] };
	const verdict = play(
		scenario,
		( stage ) => {
			plugin = new Plugin( stage, options );
			webhook( stage, plugin );
			stage.start( refreshing( plugin, 150 ) );
			return plugin;
		},
		// Half of the shops have only one run, because a later run would repair what a refresh has missed.
		scenario.seed % 2 === 0 ? LANES : [ [ ALL ] ],
		( stage ) => {
			while ( plugin && ! plugin.dirty.isEmpty() ) {
				stage.start( plugin.refresh() );
				stage.play( [] );
			}
			refreshed = shelf( stage );
		}
	);
	return { ...verdict, refreshed, unsure: plugin?.unsure ?? new Set() };
}

export function withPlugin(
	scenario: Scenario,
	options: PluginOptions = {}
): Verdict {
	return play( scenario, ( stage ) => new Plugin( stage, options ) );
}

/** Simulates with the settings of a fresh shop. Also returns whether the shop's orders were found in KeyCRM. */
export function withFreshPlugin(
	scenario: Scenario
): Verdict & { readonly is_found: boolean } {
	let plugin: Plugin | undefined;
	const verdict = play( scenario, ( stage ) => {
		plugin = new Plugin( stage, { fresh: true } );
		return plugin;
	} );
	return { ...verdict, is_found: plugin?.knowsOrders ?? false };
}

/** What other plugins do: they set the stock to the API's number. */
export function withNaive( scenario: Scenario ): Verdict {
	return play( scenario, ( stage ) => new Naive( stage ) );
}
