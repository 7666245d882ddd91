/** Sets up a shop as a case of the facts table says. */
import { phpFile } from '../../../support/php-file';
import type { FactsCase, RunSeed } from '../../../support/facts-table';
import type { Shop } from '../../../support/worlds/shop';

const rows = ( runs: RunSeed[] ) =>
	runs.map( ( { ago, status, counts, ...run } ) => ( {
		...run,
		status,
		counts,
		ago,
		active: 'running' === status ? 1 : null,
	} ) );

export async function setUpFacts(
	shop: Shop,
	one: FactsCase
): Promise< void > {
	await shop.php(
		phpFile( __dirname, 'facts-site.php', {
			one: {
				runs: rows( one.runs ),
				scheduled: one.scheduled,
				next_in: one.next_in,
				key: one.key,
				settings_changed: one.settings_changed ?? null,
				key_changed: one.key_changed ?? null,
				shop_off: one.shop_off ?? false,
			},
		} )
	);
	await shop.php(
		phpFile( __dirname, 'facts-site-checkpoint.php', {
			is_changed: one.settings_changed !== undefined,
			in_keycrm: one.in_keycrm ?? 109,
		} )
	);
}
