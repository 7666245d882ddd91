/**
 * The files of tests/wordpress that run when all of them would take too long.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/worlds/paths';

/** The two that `npm test` has time for: a broken plugin or build fails here. */
export const QUICK_SMOKE = [ 'install/install', 'sync' ] as const;

/** Installation, a sync through REST, permissions and undo. A broken plugin fails here within seconds. */
export const SMOKE = [
	'install/install',
	'sync',
	'rest/permissions',
	'undo',
] as const;

/**
 * php-wasm with SQLite is for the demo and quick tests; shops run on MySQL or MariaDB. So `.ci/run` runs only those
 * files there whose behaviour depends on SQLite or php-wasm. The value says why.
 */
export const ON_SQLITE: Readonly< Record< string, string > > = {
	'install/world': 'what the tests themselves may rely on in php-wasm',
	'keycrm/number-limits': 'SQLite’s functions cut a number to 32 bits',
	'order/orders-lines': 'an upsert that SQLite is sent in other words',
	'order/order-sent-twice': 'the same upsert, with rows that are there',
	'mismatch/mismatches': 'SQLite compares texts by other rules',
	'mismatch/near-miss': 'the same for SKUs that are nearly equal',
	'run/retention': 'SQLite knows no DELETE with LIMIT',
	'change/change-log': 'sorting and searching',
	'settings/settings-store':
		'options that are changed only if nobody else did',
	'keycrm/pace': 'the next slot is one row, changed by compare-and-swap',
	'webhook/webhook-cost':
		'an upsert into the options, beside that of the marks',
	'status/site-health': 'what is said of a database that is not MySQL',
};

/** @throws Error If a file is missing, because jest would ignore it silently. */
export function filesNamed( names: readonly string[] ): string[] {
	const files = names.map( ( name ) => `tests/wordpress/${ name }.test.ts` );
	const missing = files.filter(
		( file ) => ! existsSync( join( ROOT, file ) )
	);
	if ( missing.length > 0 ) {
		throw new Error( `There is no ${ missing.join( ', ' ) }.` );
	}
	return files;
}
