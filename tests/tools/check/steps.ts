/**
 * The steps of `npm test`, in the order in which a mistake shows soonest.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT, ZIP_FILE } from '../../support/worlds/paths';
import { runJest } from './jest';
import { has, run } from '../run';
import type { Outcome, Step } from './step';

function command( key: string, name: string, words: readonly string[] ): Step {
	return {
		key,
		name,
		run: async () => {
			const { ok, output } = await run( words, 'quiet' );
			return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
		},
	};
}

/** The same sources must give the same zip. */
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

/** Only syntax: for machines that have PHP but not Composer. */
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

/** A step that needs programs which not every machine has. */
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

export const STEPS: readonly Step[] = [
	command( 'types', 'TypeScript', [ 'npx', 'tsc', '--noEmit' ] ),
	command( 'contract', 'Contract is as generated', [
		'npx',
		'tsx',
		'tests/tools/contract/generate.ts',
		'--check',
	] ),
	where( [ 'php' ], { key: 'php', name: 'PHP syntax', run: phpSyntax } ),
	where(
		[ 'php', 'composer' ],
		command( 'composer', 'Composer packages', [ ...composer, 'install' ] )
	),
	where(
		[ 'php', 'composer' ],
		command( 'style', 'PHP style', [ 'composer', 'style' ] )
	),
	where(
		[ 'php', 'composer' ],
		command( 'analyse', 'PHPStan', [ 'composer', 'analyse' ] )
	),
	command( 'lint', 'ESLint', [ 'npm', 'run', '--silent', 'lint' ] ),
	{ key: 'zip', name: 'Zip, twice the same', run: buildTwice },
	{ key: 'unit', name: 'Tests: unit', run: () => runJest( [ 'unit' ] ) },
	{
		key: 'admin',
		name: 'Tests: admin screen',
		run: () => runJest( [ 'admin' ] ),
	},
	{
		key: 'wordpress',
		name: 'Tests: WordPress',
		run: () => runJest( [ 'wordpress' ] ),
	},
];

/** Not part of `npm test`: it needs a browser. */
export const MORE_STEPS: readonly Step[] = [
	{ key: 'e2e', name: 'Tests: browser', run: () => runJest( [ 'e2e' ] ) },
];
