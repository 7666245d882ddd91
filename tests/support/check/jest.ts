/**
 * Runs jest projects and counts their tests.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CACHE } from '../worlds/paths';
import { run } from './run';
import type { Outcome } from './step';

const resultSchema = z.object( {
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	numPendingTests: z.number(),
	numRuntimeErrorTestSuites: z.number(),
} );

export async function runJest(
	projects: readonly string[]
): Promise< Outcome > {
	const file = join( CACHE, `jest-${ projects.join( '-' ) }.json` );
	mkdirSync( CACHE, { recursive: true } );
	rmSync( file, { force: true } );
	const { ok, output } = await run(
		[
			'npx',
			'jest',
			'--json',
			`--outputFile=${ file }`,
			'--selectProjects',
			...projects,
		],
		'live'
	);
	if ( ! existsSync( file ) ) {
		return { passed: 0, failed: 1, output };
	}
	const result = resultSchema.parse(
		JSON.parse( readFileSync( file, 'utf8' ) )
	);
	const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
	return {
		passed: result.numPassedTests,
		// Whatever made jest unhappy counts, even if no test did.
		failed: ok ? failed : Math.max( failed, 1 ),
		skipped: result.numPendingTests,
		// Jest has shown it already.
		output: '',
	};
}
