/** (f) The time that a product page spends on loading the plugin's file and in the plugin's callbacks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import { fixed, median, tell } from '../report';
import type { Row } from '../report';

const VISITS = 40;
const MOST_MS = 0.3;

/** Times our share of a request. */
export const STOPWATCH = readFileSync(
	join( __dirname, '../php/stopwatch.php' ),
	'utf8'
);

const readingSchema = z.object( { ms: z.number(), queries: z.int() } );

export async function frontPart(): Promise< Row[] > {
	tell( 'a product page' );
	const shop = await openShop( { mu: { stopwatch: STOPWATCH } } );
	const path = z
		.string()
		.parse(
			await shop.php( phpFile( __dirname, '../php/front-product.php' ) )
		);
	const readings = [];
	for ( let visit = 0; visit < VISITS; visit++ ) {
		const { text } = await shop.request( path );
		const [ , json ] = /<!--stopwatch:(.*?)-->/.exec( text ) ?? [];
		readings.push( readingSchema.parse( JSON.parse( json ?? 'null' ) ) );
	}
	await shop.stop();
	// The first visits of each of the server's processes compile the files.
	const warm = readings.slice( VISITS / 2 );
	const ms = median( warm.map( ( one ) => one.ms ) );
	const queries = Math.max( ...warm.map( ( one ) => one.queries ) );
	return [
		{
			part: '(f) a product page',
			values: {
				'our ms': fixed( ms, 3 ),
				'our queries': fixed( queries, 0 ),
			},
			must: `${ MOST_MS } ms, 0 queries`,
			reached: ms < MOST_MS && queries === 0,
		},
	];
}
