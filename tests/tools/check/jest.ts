/**
 * Runs jest projects and counts their tests.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CACHE } from '../../support/worlds/paths';
import { run } from '../run';
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
	'answer-bounds',
	'bad-input',
	'bad-rows',
	'budget',
	'buffers',
	'clock-ran-ahead',
	'concurrent-workers',
	'database-faults',
	'decisions',
	'downgrade',
	'error-language',
	'facts',
	'failed-memory',
	'failed-reads',
	'guard-holds',
	'hostile-requests',
	'inconsistent-answers',
	'keycrm-client',
	'long-texts',
	'mail-refused',
	'messages',
	'missing-offers',
	'missing-offers-cost',
	'missing-offers-doubts',
	'missing-tables',
	'number-limits',
	'official-plugin',
	'open-order-rules',
	'order-paid-meanwhile',
	'order-rows',
	'order-sent-twice',
	'orders-channel',
	'orders-channel-known',
	'orders-default',
	'orders-in-keycrm',
	'orders-side-questions',
	'orders-unreadable',
	'orders-ways',
	'out-of-order-answers',
	'outdated-tables',
	'own-hooks',
	'pace-shared',
	'passing-faults',
	'permissions',
	'preview-promise',
	'process-deaths',
	'product-types',
	'queue-beside-screen',
	'read-cost',
	'read-filters',
	'refused-statements',
	'removed-offers',
	'removed-offers-doubts',
	'rest-routes',
	'secrets',
	'settings-changed-meanwhile',
	'settings-fields',
	'settings-promise',
	'settings-promise-cli',
	'settings-unreadable',
	'shop-front',
	'stale-caches',
	'stand-in',
	'stock-emails',
	'stock-writer-cost',
	'stock-writer-differential',
	'stock-writer-excluded',
	'stock-writer-locked-row',
	'stock-writer-neighbours',
	'stock-writer-transaction',
	'translation-mixes',
	'unreachable',
	'wc-log',
	'wrong-status',
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
