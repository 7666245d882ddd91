/**
 * Runs tests with jest and counts them.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { CACHE, ROOT } from '../../support/worlds/paths';
import { run } from '../run';
import type { Outcome } from './step';

const resultSchema = z.object( {
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	numPendingTests: z.number(),
	numRuntimeErrorTestSuites: z.number(),
	testResults: z.array(
		z.object( {
			name: z.string(),
			startTime: z.number(),
			endTime: z.number(),
		} )
	),
} );
type Result = z.infer< typeof resultSchema >;

export interface JestOptions {
	readonly project: 'unit' | 'admin' | 'wordpress' | 'e2e';
	/** Runs only these files; without it, all. */
	readonly files?: readonly string[];
	/** Skips files whose path contains this. */
	readonly without?: string;
	readonly workers: number;
	readonly show: 'live' | 'quiet';
	readonly env?: Readonly< Record< string, string > >;
}

/** How long each file took, the slowest first. */
function fileTimes( { testResults }: Result ): string {
	return testResults
		.map( ( { name, startTime, endTime } ) => ( {
			name: relative( ROOT, name ),
			seconds: ( endTime - startTime ) / 1000,
		} ) )
		.sort( ( a, b ) => b.seconds - a.seconds )
		.map(
			( { name, seconds } ) =>
				`  ${ seconds.toFixed( 1 ).padStart( 6 ) } s  ${ name }`
		)
		.join( '\n' );
}

export async function runJest( {
	project,
	files = [],
	without,
	workers,
	show,
	env = {},
}: JestOptions ): Promise< Outcome > {
	const file = join( CACHE, `jest-${ project }.json` );
	mkdirSync( CACHE, { recursive: true } );
	rmSync( file, { force: true } );
	const { ok, output } = await run(
		[
			'npx',
			'jest',
			'--json',
			`--outputFile=${ file }`,
			`--maxWorkers=${ workers }`,
			'--selectProjects',
			project,
			...( files.length > 0 ? [ '--runTestsByPath', ...files ] : [] ),
			...( without === undefined
				? []
				: [ `--testPathIgnorePatterns=${ without }` ] ),
		],
		show,
		env
	);
	if ( ! existsSync( file ) ) {
		return { passed: 0, failed: 1, output };
	}
	const result = resultSchema.parse(
		JSON.parse( readFileSync( file, 'utf8' ) )
	);
	if ( show === 'live' ) {
		console.log(
			`\nFiles, the slowest first:\n${ fileTimes( result ) }\n`
		);
	}
	const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
	return {
		passed: result.numPassedTests,
		// If jest fails although no test failed, that counts as one failure.
		failed: ok ? failed : Math.max( failed, 1 ),
		skipped: result.numPendingTests,
		// If the output was shown live, it must not be shown twice.
		output: show === 'live' ? '' : output,
	};
}
