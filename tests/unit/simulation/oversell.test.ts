/**
 * Buyers, staff, KeyCRM's managers, other channels, an order connector and two workers of the plugin act in random
 * order. Workers die, and answers come late. After every step the shop's stock is compared with what is really free.
 *
 * 10,000 simulated shops with a fixed seed. SIMULATION_SEED=… and SIMULATION_RUNS=… choose others.
 */
import * as fc from 'fast-check';
import { scenarios } from '../../support/simulation/scenario';
import {
	withFreshPlugin,
	withNaive,
	withPlugin,
} from '../../support/simulation/simulate';
import { WEAKNESSES } from '../../support/simulation/weakness';

const SEED = Number( process.env[ 'SIMULATION_SEED' ] ?? 20_260_801 );
const RUNS = Number( process.env[ 'SIMULATION_RUNS' ] ?? 10_000 );

/** Only one shop in 30,000 oversells with `asked_is_answered`. With this seed it is among the first 1,500. */
const RARE_SEED = 20_260_810;

const say = ( line: string ) => process.stdout.write( `${ line }\n` );

it( `in ${ RUNS } shops the stock is never above what is free, and is exact when all is quiet`, () => {
	const naive = { lives: 0, shown: 0, sold: 0 };
	fc.assert(
		fc.property( scenarios, ( scenario ) => {
			const { excess, oversold, quiet, tomorrow } =
				withPlugin( scenario );
			expect( {
				excess,
				oversold,
				quiet: quiet.shows,
				tomorrow: tomorrow.shows,
			} ).toEqual( {
				excess: 0,
				oversold: 0,
				quiet: quiet.expected,
				tomorrow: tomorrow.expected,
			} );
			const other = withNaive( scenario );
			naive.lives += other.excess > 0 ? 1 : 0;
			naive.shown += other.excess;
			naive.sold += other.oversold;
		} ),
		{ seed: SEED, numRuns: RUNS }
	);
	say(
		`Simulation, seed ${ SEED }, ${ RUNS } lives of a shop.\n` +
			'  This plugin: more on the shelf than was free in 0 of them, 0 pieces sold that nobody had; right after one quiet run in all.\n' +
			`  "Set the stock to what the API says": more on the shelf than was free in ${ naive.lives } of them (${ naive.shown } pieces), ${ naive.sold } pieces sold that nobody had.`
	);
	expect( naive.sold ).toBeGreaterThan( 0 );
}, 600_000 );

it( `with the settings of a fresh shop the stock is never above what is free, and is exact once the orders are found in KeyCRM`, () => {
	const lives = { found: 0, not_found: 0, kept_back: 0 };
	fc.assert(
		fc.property( scenarios, ( scenario ) => {
			const { excess, oversold, quiet, tomorrow, is_found } =
				withFreshPlugin( scenario );
			expect( { excess, oversold } ).toEqual( {
				excess: 0,
				oversold: 0,
			} );
			for ( const { shows, expected } of [ quiet, tomorrow ] ) {
				shows.forEach( ( number, place ) => {
					const right = expected[ place ] ?? NaN;
					// Until the orders are found, less may be for sale than is free, but never more.
					expect( number ).toBeLessThanOrEqual( right );
					lives.kept_back += right - number;
				} );
			}
			if ( is_found ) {
				expect( [ quiet.shows, tomorrow.shows ] ).toEqual( [
					quiet.expected,
					tomorrow.expected,
				] );
			}
			lives[ is_found ? 'found' : 'not_found' ]++;
		} ),
		{ seed: SEED, numRuns: RUNS }
	);
	say(
		`  With the settings of a fresh shop: 0 too; orders were found in KeyCRM in ${ lives.found } lives, in ${ lives.not_found } not (${ lives.kept_back } pieces kept back).`
	);
	expect(
		Math.min( lives.found, lives.not_found, lives.kept_back )
	).toBeGreaterThan( 0 );
}, 600_000 );

it.each( WEAKNESSES )(
	'without a rule of the plugin some shop shows too much: %s',
	( without, words ) => {
		const seed = without === 'asked_is_answered' ? RARE_SEED : SEED;
		const lives = fc.sample( scenarios, { seed, numRuns: 1500 } );
		const bad = lives.filter(
			( scenario ) => withPlugin( scenario, { without } ).excess > 0
		);
		say(
			`  Where ${ words }: more on the shelf than was free in ${ bad.length } of ${ lives.length } lives.`
		);
		expect( bad.length ).toBeGreaterThan( 0 );
	}
);
