/**
 * `npm test`:
 *
 * without arguments  the steps that find most mistakes in the shortest time
 * --all              everything but the browser (`npm run test:all`)
 * types unit         only the named steps
 * tests/…            only these files; all arguments go to jest
 */
import { spawnSync } from 'node:child_process';
import { ROOT } from '../../support/worlds/paths';
import { findSources } from '../../support/worlds/sources';
import { describeWorld, openEngine } from '../../support/worlds/world';
import { runSteps } from './run-steps';
import type { Done, Step } from './step';
import { ALL, QUICK, STEPS } from './steps';

const THE_REST = `
That was the quick part. The rest:
  npm test -- tests/wordpress/undo.test.ts   one file
  npm test -- composer analyse style         PHPStan and PHP style
  npm run test:all                           everything, in php-wasm
  npm run test:e2e                           in a browser (after npm run zip)
  bash .ci/run                               everything, on native PHP and MariaDB too
`;

async function world(): Promise< string > {
	const engine = await openEngine();
	const { words } = describeWorld( engine, findSources() );
	await engine.stop();
	return words;
}

function chosen( args: readonly string[] ): readonly Step[] {
	if ( args.length === 0 ) {
		return QUICK;
	}
	if ( args.includes( '--all' ) ) {
		return ALL;
	}
	return args.map( ( name ) => {
		const step = STEPS.find( ( { key } ) => key === name );
		if ( step === undefined ) {
			throw new Error(
				`There is no step "${ name }". There are ${ STEPS.map(
					( { key } ) => key
				).join( ', ' ) }; or name a file.`
			);
		}
		return step;
	} );
}

function line( { step, outcome, seconds }: Done ): string {
	const { passed, failed, skipped = 0, leftOut } = outcome;
	const counts =
		leftOut ??
		[
			`${ passed } passed`,
			...( failed > 0 ? [ `${ failed } FAILED` ] : [] ),
			...( skipped > 0 ? [ `${ skipped } skipped` ] : [] ),
		].join( ', ' );
	return `  ${ step.name.padEnd( 26 ) } ${ counts.padEnd( 28 ) } ${ seconds
		.toFixed( 0 )
		.padStart( 5 ) } s`;
}

function tell( done: Done ): void {
	console.log( line( done ) );
	if ( done.outcome.failed > 0 ) {
		console.log( done.outcome.output );
	}
}

function sum( all: readonly Done[], what: 'passed' | 'failed' | 'skipped' ) {
	return all.reduce(
		( total, { outcome } ) => total + ( outcome[ what ] ?? 0 ),
		0
	);
}

async function check( args: readonly string[] ): Promise< boolean > {
	const from = Date.now();
	const steps = chosen( args );
	const words = steps.some( ( { alone } ) => alone ) ? await world() : '';
	if ( words !== '' ) {
		console.log( `Testing on ${ words }.\n` );
	}
	const all = await runSteps( steps, tell );
	console.log( `\n${ all.map( line ).join( '\n' ) }` );
	if ( words !== '' ) {
		console.log( `\nTested on ${ words }.` );
	}
	if ( steps === QUICK ) {
		console.log( THE_REST );
	}
	console.log( `${ ( ( Date.now() - from ) / 1000 ).toFixed( 0 ) } s` );
	const failed = sum( all, 'failed' );
	const skipped = sum( all, 'skipped' );
	console.log(
		`${ sum( all, 'passed' ) } passed, ${ failed } failed${
			skipped > 0 ? `, ${ skipped } skipped` : ''
		}`
	);
	return failed === 0;
}

/** @param args Test files and options for jest. */
function runFiles( args: readonly string[] ): boolean {
	const { status } = spawnSync( 'npx', [ 'jest', ...args ], {
		cwd: ROOT,
		stdio: 'inherit',
	} );
	return status === 0;
}

async function main( args: readonly string[] ): Promise< boolean > {
	return args.some( ( arg ) => /^tests\/|\.test\.tsx?$/.test( arg ) )
		? runFiles( args )
		: check( args );
}

main( process.argv.slice( 2 ) ).then(
	( ok ) => {
		process.exitCode = ok ? 0 : 1;
	},
	( error: unknown ) => {
		console.error( error );
		process.exitCode = 1;
	}
);
