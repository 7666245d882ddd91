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
 * Half a minute to two minutes each in php-wasm, and what they show hangs neither on the database nor on how
 * PHP is run. `.ci/run` sets TEST_SLOW=native, because it runs them in the native world next; everywhere else
 * they run wherever they are asked for.
 */
const SLOW_IN_WASM = [
	'bad-input',
	'bad-rows',
	'budget',
	'buffers',
	'decisions',
	'gone',
	'gone-doubts',
	'guard-holds',
	'holding',
	'journal',
	'keycrm-client',
	'late-answers',
	'messages',
	'odd-caches',
	'official-plugin',
	'orders-in-keycrm',
	'orders-twice',
	'orders-ways',
	'pace-shared',
	'passing-faults',
	'permissions',
	'preview-promise',
	'read-cost',
	'read-filters',
	'secrets',
	'shop-front',
	'stand-in',
	'stock-emails',
	'stock-writer-cost',
	'stock-writer-differential',
	'stock-writer-left-alone',
	'stock-writer-neighbours',
	'stock-writer-transaction',
	'stock-writer-under-lock',
	'unreachable',
	'workers',
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
