/**
 * Which files of tests/wordpress run where all of them would take too long.
 */

/** Installing, a sync through REST, who may do what, undo: they show at once if something is broken. */
export const SMOKE = [ 'install', 'sync', 'permissions', 'undo' ] as const;

/**
 * php-wasm with SQLite is a demo and a quick test; shops run on MySQL or MariaDB. So `.ci/run` has only
 * those files run there whose behaviour hangs on SQLite or php-wasm. Each says why.
 */
export const ON_SQLITE: Readonly< Record< string, string > > = {
	world: 'what the tests themselves may rely on in php-wasm',
	'number-limits': 'SQLite’s functions cut a number to 32 bits',
	'orders-lines': 'an upsert that SQLite is sent in other words',
	'order-sent-twice': 'the same upsert, with rows that are there',
	mismatches: 'SQLite compares texts by other rules',
	'near-miss': 'the same for SKUs that are nearly equal',
	retention: 'SQLite knows no DELETE with LIMIT',
	'change-log': 'sorting and searching',
	'settings-store': 'options that are changed only if nobody else did',
	pace: 'the next slot is one row, changed by compare-and-swap',
	'site-health': 'what is said of a database that is not MySQL',
};

export function filesNamed( names: readonly string[] ): string[] {
	return names.map( ( name ) => `tests/wordpress/${ name }.test.ts` );
}
