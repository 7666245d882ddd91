/** (i) How long it takes from KeyCRM's call to the number on the shelf: rare calls, many calls, and beside a full sync. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { bulkFill } from '../../support/fill/bulk-fill';
import { runSchema } from '../../../src-admin/contract';
import {
	call,
	openSession,
	startRun,
	sync,
} from '../../wordpress/support/session';
import type { Session } from '../../wordpress/support/session';
import { aboutStock, webhookPath } from '../../wordpress/support/webhooks';
import {
	driven,
	inProcess,
	openBenchShop,
	quiet,
	realPace,
} from '../bench-shop';
import { fixed, tell, timesRow } from '../report';
import type { Row } from '../report';
import { offers, products } from './sync';

const RARE = { calls: 20, pauseMs: 3000, mostMs: 1500 };
const MANY = { calls: 200, pauseMs: 100, mostMs: 3000 };
const BESIDE = { calls: 12, pauseMs: 5000, mostMs: 5000 };
const FULL = 10_000;
/** Whatever is not on the shelf by then counts as lost. */
const PATIENCE_MS = 30_000;
/** Numbers that no product of the bench has. */
const FIRST_NUMBER = 100_000;

interface Pattern {
	readonly calls: number;
	readonly pauseMs: number;
	readonly mostMs: number;
}

const writtenSchema = z.array(
	z.object( { sku: z.string(), written_at: z.coerce.number() } )
);

/** When each of these numbers was written, in unix milliseconds, as the change log has it. */
async function writtenAt( { shop }: Session, first: number ) {
	const rows = writtenSchema.parse(
		await shop.sql(
			`SELECT sku, MIN( written_at ) AS written_at FROM wp_keycrm_stock_changes WHERE \`after\` >= ${ first } AND written_at > 0 GROUP BY sku`
		)
	);
	return new Map(
		rows.map( ( { sku, written_at } ) => [ sku, written_at ] )
	);
}

/** Changes one offer after the other and calls the shop each time, without waiting for answers. */
async function latencies(
	session: Session,
	{ calls, pauseMs }: Pattern,
	first: number
): Promise< number[] > {
	const { catalogue, stock } = session.keycrm.world;
	const url = session.shop.url + ( await webhookPath( session.shop ) );
	const sent = new Map< string, number >();
	const answers: Promise< unknown >[] = [];
	const began = performance.now();
	for ( const [ place, offer ] of catalogue
		.offers()
		.slice( 0, calls )
		.entries() ) {
		await sleep(
			Math.max( 0, place * pauseMs - ( performance.now() - began ) )
		);
		stock.set( offer, 1, first + place, 'manual' );
		sent.set( offer.sku ?? '', Date.now() );
		answers.push(
			fetch( url, { method: 'POST', body: aboutStock( offer.id ) } )
		);
	}
	await Promise.all( answers );
	await sleep( 2000 );
	const until = Date.now() + PATIENCE_MS;
	let written = await writtenAt( session, first );
	while ( written.size < calls && Date.now() < until ) {
		await sleep( 2000 );
		written = await writtenAt( session, first );
	}
	return [ ...sent ]
		.map( ( [ sku, at ] ) => ( written.get( sku ) ?? Infinity ) - at )
		.sort( ( one, other ) => one - other );
}

/** The pace is KeyCRM's own, so the sync takes minutes, and is cancelled at the end. */
async function besideFullSync(): Promise< Row > {
	tell( `filling a shop of ${ FULL } products` );
	const session = await openBenchShop(
		{ offers: offers( FULL ) },
		products( FULL )
	);
	try {
		const { shop } = session;
		await driven( shop, 'sync' );
		rmSync( join( shop.dir, 'wp-content/mu-plugins/no-pace.php' ) );
		await realPace( session );
		tell( `${ BESIDE.calls } calls beside a full sync` );
		const run = await startRun( shop, 'sync' );
		const driver = inProcess(
			shop,
			`$bench->drive( ${ run.id } ); return true;`
		);
		const times = await latencies( session, BESIDE, FIRST_NUMBER );
		const { status, phase } = runSchema.parse(
			await call( shop, 'DELETE', `/runs/${ run.id }` )
		);
		await driver;
		if ( status !== 'cancelled' || phase !== 'read' ) {
			throw new Error( `The sync was ${ status } in phase ${ phase }.` );
		}
		return timesRow(
			`(i) beside a sync of ${ fixed( FULL, 0 ) }`,
			times,
			BESIDE.mostMs
		);
	} finally {
		await session.stop();
	}
}

export async function latencyPart(): Promise< Row[] > {
	const session = await openSession( { offers: offers( MANY.calls ) } );
	const rows: Row[] = [];
	try {
		await quiet( session.shop );
		await bulkFill( session.shop, products( MANY.calls ) );
		await sync( session.shop );
		await realPace( session );
		tell( 'rare calls' );
		rows.push(
			timesRow(
				`(i) ${ RARE.calls } calls, each ${ RARE.pauseMs / 1000 } s`,
				await latencies( session, RARE, FIRST_NUMBER ),
				RARE.mostMs
			)
		);
		tell( '10 calls a second' );
		rows.push(
			timesRow(
				`(i) ${ MANY.calls } calls, 10 a second`,
				await latencies( session, MANY, 2 * FIRST_NUMBER ),
				MANY.mostMs
			)
		);
	} finally {
		await session.stop();
	}
	return [ ...rows, await besideFullSync() ];
}
