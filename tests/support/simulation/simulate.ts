/** One life of a shop, from a scenario that fast-check has made up. */
import { Naive } from './naive';
import { buyer, connector, elsewhere, manager, staff } from './people';
import { Plugin } from './plugin';
import type { PluginOptions } from './plugin';
import type { Rules } from './stage';
import { Stage } from './stage';

export interface Scenario {
	readonly seed: number;
	/** Whose turn it is, step by step. */
	readonly choices: readonly number[];
	readonly owned: readonly [ number, number ];
	readonly buyers: number;
	readonly rules: Rules;
}

/** Numbers of the products, and what they should be. */
export interface Shelf {
	readonly shows: readonly number[];
	readonly expected: readonly number[];
}

export interface Verdict {
	/** The most pieces on the shelf that were not free. */
	readonly excess: number;
	/** Pieces sold that nobody had. */
	readonly oversold: number;
	/** Once all was quiet and one more run was made; and the same a day later. */
	readonly quiet: Shelf;
	readonly tomorrow: Shelf;
}

const ALL = [ 0, 1 ];

interface Syncs {
	run( skus: readonly number[] ): Generator< void >;
}

function* lane(
	syncs: Syncs,
	turns: readonly ( readonly number[] )[]
): Generator< void > {
	for ( const skus of turns ) {
		yield* syncs.run( skus );
	}
}

/** One run, and nothing beside it. */
function once( stage: Stage, syncs: Syncs ): Shelf {
	stage.start( syncs.run( ALL ) );
	stage.play( [] );
	return {
		shows: ALL.map( ( sku ) => stage.shop.stock.of( sku ) ),
		expected: ALL.map( ( sku ) =>
			stage.judge.expected( sku, stage.rules.allow_negative )
		),
	};
}

function play(
	scenario: Scenario,
	syncsOf: ( stage: Stage ) => Syncs
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
	stage.start( lane( syncs, [ ALL, ALL, ALL ] ) );
	stage.start( lane( syncs, [ [ 0 ], [ 1 ], [ 0 ] ] ) );
	stage.play( choices );

	stage.hush();
	const quiet = once( stage, syncs );
	stage.sleep();
	const tomorrow = once( stage, syncs );
	const { excess, oversold } = stage.judge;
	return { excess, oversold, quiet, tomorrow };
}

export function withPlugin(
	scenario: Scenario,
	options: PluginOptions = {}
): Verdict {
	return play( scenario, ( stage ) => new Plugin( stage, options ) );
}

/** With the settings of a fresh shop; and whether the shop's orders were found in KeyCRM in the end. */
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

/** What plugins do: the stock becomes what the API says. */
export function withNaive( scenario: Scenario ): Verdict {
	return play( scenario, ( stage ) => new Naive( stage ) );
}
