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

/**
 * Files that take minutes each in php-wasm. `.ci/run` sets TEST_SLOW=native, because it runs them in the
 * native world next; everywhere else they run wherever they are asked for.
 */
const SLOW_IN_WASM = [
	'bad-rows',
	'budget',
	'gone',
	'gone-doubts',
	'guard-holds',
	'holding',
	'orders-twice',
	'pace-shared',
	'passing-faults',
	'preview-promise',
	'read-cost',
	'read-filters',
];

function leftForNative(): string[] {
	const { TEST_SLOW, TEST_WORLD } = process.env;
	if ( TEST_SLOW !== 'native' || TEST_WORLD === 'native' ) {
		return [];
	}
	console.log(
		`LEFT for the native world, which runs next: ${ SLOW_IN_WASM.join(
			', '
		) }.`
	);
	return [
		'--testPathIgnorePatterns',
		`wordpress/(${ SLOW_IN_WASM.join( '|' ) })\\.test`,
	];
}

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
			...( projects.includes( 'wordpress' ) ? leftForNative() : [] ),
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
