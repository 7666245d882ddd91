/**
 * The scenarios that run on WooCommerce and on its stand-in, and the records of WooCommerce.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Scenario {
	readonly name: string;
	/** Name of the file in `scenarios/`, without extension. */
	readonly file: string;
	/** Where the shop keeps its orders. */
	readonly orders: 'posts' | 'tables';
}

export const SCENARIOS: readonly Scenario[] = [
	{ name: 'installed', file: 'installed', orders: 'tables' },
	{ name: 'simple', file: 'simple', orders: 'tables' },
	{ name: 'stock-functions', file: 'stock-functions', orders: 'tables' },
	{ name: 'variable', file: 'variable', orders: 'tables' },
	{ name: 'orders-in-posts', file: 'orders', orders: 'posts' },
	{ name: 'orders-in-tables', file: 'orders', orders: 'tables' },
	{ name: 'queries-in-posts', file: 'queries', orders: 'posts' },
	{ name: 'queries-in-tables', file: 'queries', orders: 'tables' },
	{ name: 'queue', file: 'queue', orders: 'tables' },
];

export function expectedFile( scenario: Scenario ): string {
	return join( __dirname, 'expected', `${ scenario.name }.json` );
}

export function readExpected( scenario: Scenario ): unknown {
	return JSON.parse( readFileSync( expectedFile( scenario ), 'utf8' ) );
}

function phpIn( file: string ): string {
	return readFileSync( join( __dirname, file ), 'utf8' ).replace(
		/^<\?php/,
		''
	);
}

/** Statements for `shop.php()` that run the scenario and return its steps. */
export function play( { file, orders }: Scenario ): string {
	const recorder = [ 'rows.php', 'tables.php', 'recorder.php' ].map( phpIn );
	return `
		${ recorder.join( '\n' ) }
		$scenario = ( static function () { ${ phpIn(
			`scenarios/${ file }.php`
		) } } )();
		StandInRows::start( '${ orders }' );
		$recorder = new StandInRecorder( new StandInRows() );
		$scenario( $recorder );
		return $recorder->steps();`;
}
