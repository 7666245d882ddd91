/**
 * The steps that `npm test`, `npm run test:all` and `.ci/run` are made of.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT, ZIP_FILE } from '../../support/worlds/paths';
import { runJest } from './jest';
import { has, run } from '../run';
import type { Outcome, Step } from './step';
import { filesNamed, ON_SQLITE, QUICK_SMOKE, SMOKE } from './wordpress-files';

function command( key: string, name: string, words: readonly string[] ): Step {
	return {
		key,
		name,
		run: async () => {
			const { ok, output } = await run( words, 'quiet', {
				// On a busy machine PHPStan takes longer than Composer's limit of five minutes.
				COMPOSER_PROCESS_TIMEOUT: '0',
			} );
			return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
		},
	};
}

/** Builds the zip twice; the same sources must give the same bytes. */
async function buildTwice(): Promise< Outcome > {
	const zips: string[] = [];
	for ( let time = 0; time < 2; time++ ) {
		const { ok, output } = await run(
			[ 'npm', 'run', '--silent', 'zip' ],
			'quiet'
		);
		if ( ! ok ) {
			return { passed: 0, failed: 1, output };
		}
		zips.push( readFileSync( ZIP_FILE, 'base64' ) );
	}
	return zips[ 0 ] === zips[ 1 ]
		? { passed: 1, failed: 0, output: '' }
		: {
				passed: 0,
				failed: 1,
				output: 'Two builds of the same sources differ.',
		  };
}

/** Checks only the syntax, for machines that have PHP but not Composer. */
async function phpSyntax(): Promise< Outcome > {
	const files = [ 'src-php-bridge', 'plugin', 'tests/support' ].flatMap(
		( folder ) =>
			filesBelow( join( ROOT, folder ) )
				.filter( ( name ) => name.endsWith( '.php' ) )
				.map( ( name ) => `${ folder }/${ name }` )
	);
	const script =
		'foreach ( array_slice( $argv, 1 ) as $f ) { try { token_get_all( file_get_contents( $f ), TOKEN_PARSE ); } catch ( ParseError $e ) { echo "$f:{$e->getLine()} {$e->getMessage()}\\n"; $bad = 1; } } exit( $bad ?? 0 );';
	const { ok, output } = await run(
		[ 'php', '-r', script, '--', ...files ],
		'quiet'
	);
	return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
}

/** Leaves the step out if the machine lacks one of the programs. */
function where( programs: readonly string[], step: Step ): Step {
	return {
		...step,
		run: async () => {
			for ( const program of programs ) {
				if ( ! ( await has( program ) ) ) {
					return {
						passed: 0,
						failed: 0,
						output: '',
						leftOut: `left out: there is no ${ program } on this machine`,
					};
				}
			}
			return step.run();
		},
	};
}

const composer = [ 'composer', '--no-interaction', '--quiet' ];

/** As many workers as cores, because tests with racing processes need a whole core. */
const WORKERS = 2;

function wordpress(
	key: string,
	name: string,
	files: readonly string[] = []
): Step {
	return {
		key,
		name,
		alone: true,
		run: () =>
			runJest( {
				project: 'wordpress',
				files,
				workers: WORKERS,
				show: 'live',
			} ),
	};
}

function oneCore(
	project: 'unit' | 'admin',
	name: string,
	without?: string
): Step {
	return {
		key: project,
		name,
		after: [ 'zip', 'zip-twice' ],
		run: () =>
			runJest( {
				project,
				workers: 1,
				show: 'quiet',
				...( without !== undefined && { without } ),
			} ),
	};
}

const LINT = command( 'lint', 'ESLint', [ 'npm', 'run', '--silent', 'lint' ] );
const TYPES = command( 'types', 'TypeScript', [
	'npm',
	'run',
	'--silent',
	'typecheck',
] );
const CSS = command( 'css', 'Stylelint', [
	'npm',
	'run',
	'--silent',
	'lint:css',
] );
const CONTRACT = command( 'contract', 'Contract is as generated', [
	'npx',
	'tsx',
	'tests/tools/contract/generate.ts',
	'--check',
] );

/** The longest steps come first, so that both cores finish at about the same time. */
export const STATIC: readonly Step[] = [
	where(
		[ 'php', 'composer' ],
		command( 'composer', 'Composer packages', [ ...composer, 'install' ] )
	),
	LINT,
	{
		...where(
			[ 'php', 'composer' ],
			command( 'analyse', 'PHPStan', [ 'composer', 'analyse' ] )
		),
		after: [ 'composer' ],
	},
	TYPES,
	{
		...where(
			[ 'php', 'composer' ],
			command( 'style', 'PHP style', [ 'composer', 'style' ] )
		),
		after: [ 'composer' ],
	},
	where( [ 'php' ], { key: 'php', name: 'PHP syntax', run: phpSyntax } ),
	CSS,
	CONTRACT,
];

const ZIP = command( 'zip', 'Zip', [ 'npm', 'run', '--silent', 'zip' ] );
const ZIP_TWICE: Step = {
	key: 'zip-twice',
	name: 'Zip, twice the same',
	run: buildTwice,
};
const UNIT = oneCore( 'unit', 'Tests: unit' );
const ADMIN = oneCore( 'admin', 'Tests: admin screen' );
const SMOKE_TEST = wordpress(
	'smoke',
	'Tests: WordPress, a few',
	filesNamed( SMOKE )
);
/**
 * Beside the static steps, one file after the other: alone, it would leave a core without work. On each machine with
 * the stand-in, because the real WooCommerce takes a minute and a half to start in php-wasm.
 */
const QUICK_SMOKE_TEST: Step = {
	key: 'quick-smoke',
	name: 'Tests: WordPress, two',
	after: [ 'zip' ],
	run: () =>
		runJest( {
			project: 'wordpress',
			files: filesNamed( QUICK_SMOKE ),
			workers: 1,
			show: 'quiet',
			env: { TEST_WORDPRESS: 'npm', TEST_WOOCOMMERCE: 'stand-in' },
		} ),
};
const WORDPRESS = wordpress( 'wordpress', 'Tests: WordPress' );

/** Not in `npm test`: the simulation takes half a minute, and WooCommerce's signatures come by Composer. */
const QUICK_WITHOUT = '/simulation/|/stand-in-signatures';

/**
 * `npm test`: the steps that find most mistakes in the shortest time. `npm run test:all` adds PHPStan, PHP style and
 * the simulation. Each step can be asked for by name.
 */
export const QUICK: readonly Step[] = [
	ZIP,
	ADMIN,
	LINT,
	QUICK_SMOKE_TEST,
	TYPES,
	oneCore( 'unit', 'Tests: unit, the quick ones', QUICK_WITHOUT ),
	CSS,
	CONTRACT,
];

/** `npm run test:all`. */
export const ALL: readonly Step[] = [
	ZIP_TWICE,
	...STATIC,
	ADMIN,
	UNIT,
	WORDPRESS,
];

/** All that can be asked for by name. */
export const STEPS: readonly Step[] = [
	...ALL,
	ZIP,
	QUICK_SMOKE_TEST,
	SMOKE_TEST,
	wordpress( 'sqlite', 'Tests: WordPress on SQLite', [
		...filesNamed( SMOKE ),
		...filesNamed( Object.keys( ON_SQLITE ) ),
	] ),
	{
		key: 'e2e',
		name: 'Tests: browser',
		alone: true,
		run: () => runJest( { project: 'e2e', workers: 1, show: 'live' } ),
	},
];
