/** Ends the process of a run's step anywhere. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Run } from '../../../src-admin/contract';
import { phpFile } from '../../support/php-file';
import type { Shop } from '../../support/worlds/shop';
import { API, letTimePass } from '../support/session';

/** A must-use plugin. */
export const DEATH = phpFile( __dirname, 'death-anywhere.php' );

const deathSchema = z.object( { before: z.optional( z.string() ) } );

/**
 * Lets a worker die at the `at`-th moment of its work, and half a minute pass.
 *
 * @return The moment; null where it had fewer.
 */
export async function diesAt(
	shop: Shop,
	run: Run,
	at: number
): Promise< string | null > {
	const file = join( shop.dir, 'wp-content/death.json' );
	writeFileSync( file, JSON.stringify( { at } ) );
	await shop.request( `${ API }/runs/${ run.id }/step`, {
		method: 'POST',
		as: 'shop_manager',
	} );
	const { before } = deathSchema.parse(
		JSON.parse( readFileSync( file, 'utf8' ) )
	);
	rmSync( file );
	await shop.sql(
		'UPDATE wp_keycrm_stock_runs SET lease_until = 1 WHERE active = 1'
	);
	await letTimePass( shop );
	return before ?? null;
}
