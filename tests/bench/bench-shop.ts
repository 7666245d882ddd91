/** A shop and its KeyCRM account of any size, and runs in processes of their own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { phpFile } from '../support/php-file';
import { runSchema } from '../../src-admin/contract';
import { bulkFill } from '../support/fill/bulk-fill';
import type { BulkProduct } from '../support/fill/bulk-fill';
import type { CatalogueSeed } from '../support/keycrm-server';
import type { Shop } from '../support/worlds/shop';
import { openSession, save } from '../wordpress/support/session';
import type { Session } from '../wordpress/support/session';

const LIB = readFileSync( join( __dirname, 'php/lib.php' ), 'utf8' ).replace(
	'<?php',
	''
);

const spanSchema = z.object( {
	name: z.string(),
	ms: z.number(),
	queries: z.int(),
	/** Bytes. */
	peak: z.int(),
} );

const drivenSchema = z.object( {
	run: runSchema,
	spans: z.array( spanSchema ),
} );
export type Driven = z.infer< typeof drivenSchema >;

/**
 * Because the setting ends at 600 requests a minute, reading 100,000 offers would take minutes. So each answer
 * frees the next slot at once. That statement has a connection of its own, so that it is not counted.
 */
const NO_PACE = phpFile( __dirname, 'php/no-pace.php' );

/** No scheduled sync starts, and the guard does not stop a run that changes everything. */
export async function quiet( shop: Shop ): Promise< void > {
	await save( shop, {
		schedule: { enabled: false },
		guard: { max_zeroed_percent: 100, max_drop_percent: 100 },
	} );
}

/** KeyCRM's own limit, and the pace that a shop has by default. What was asked before is a minute ago. */
export async function realPace( { shop, keycrm }: Session ): Promise< void > {
	keycrm.clock.advance( 61_000 );
	keycrm.world.behave( { limit_per_minute: 60 } );
	await save( shop, { requests_per_minute: 58 } );
}

export async function openBenchShop(
	catalogue: CatalogueSeed,
	products: readonly BulkProduct[],
	mu: Record< string, string > = {}
): Promise< Session > {
	const session = await openSession( catalogue, {
		mu: { 'no-pace': NO_PACE, ...mu },
	} );
	await quiet( session.shop );
	await bulkFill( session.shop, products );
	await session.shop.sql( 'ANALYZE TABLE wp_posts, wp_postmeta' );
	return session;
}

/** PHP with the bench's helpers as `$bench`, in a process of its own. */
export async function inProcess( shop: Shop, code: string ) {
	const child = shop.spawnPhp?.( `${ LIB } $bench = new Bench(); ${ code }` );
	if ( child === undefined ) {
		throw new Error( 'The bench needs the native world.' );
	}
	return child.result;
}

/** Starts a run and carries it on to its end. */
export async function driven(
	shop: Shop,
	mode: 'sync' | 'preview'
): Promise< Driven > {
	return drivenSchema.parse(
		await inProcess(
			shop,
			`$run = $bench->call( 'POST', '/runs', array( 'mode' => '${ mode }' ) ); return $bench->drive( $run['id'] );`
		)
	);
}

/** Writes what a preview has planned. */
export async function applied( shop: Shop, run_id: number ): Promise< Driven > {
	return drivenSchema.parse(
		await inProcess(
			shop,
			`$bench->call( 'POST', '/runs/${ run_id }/apply' ); return $bench->drive( ${ run_id } );`
		)
	);
}

/** Memory in bytes of a request that only loads WordPress and WooCommerce. */
export async function emptyPeak( shop: Shop ): Promise< number > {
	return z
		.int()
		.parse( await inProcess( shop, 'return memory_get_peak_usage();' ) );
}

/** Peak memory in bytes over all phases. */
export function peak( { spans }: Driven ): number {
	return Math.max( ...spans.map( ( span ) => span.peak ) );
}

/** The sum over some phases. */
export function sum(
	{ spans }: Driven,
	phases: readonly string[],
	what: 'ms' | 'queries'
): number {
	return spans
		.filter( ( { name } ) => phases.includes( name ) )
		.reduce( ( total, span ) => total + span[ what ], 0 );
}
