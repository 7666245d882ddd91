/** (j) The shop leads: how long it takes from a sale to KeyCRM's number, and what 10,000 changed products cost. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { bulkFill } from '../../support/fill/bulk-fill';
import type { Shop } from '../../support/worlds/shop';
import { lead, sent } from '../../wordpress/support/push';
import { openSession, save } from '../../wordpress/support/session';
import type { Session } from '../../wordpress/support/session';
import { connectWebhook } from '../../wordpress/support/shelf';
import {
	driven,
	emptyPeak,
	openBenchShop,
	peak,
	quiet,
	realPace,
} from '../bench-shop';
import { fixed, tell, timesRow } from '../report';
import type { Row } from '../report';
import { offers, products } from './sync';

const SELL = readFileSync( join( __dirname, '../php/sell.php' ), 'utf8' );
const RARE = { sales: 15, pauseMs: 4000, mostMs: 3000 };
const MANY = { sales: 200, pauseMs: 100, mostMs: 3000 };
const CHANGED = 10_000;
const MOST_WRITES = 3;
const PATIENCE_MS = 30_000;

interface Pattern {
	readonly sales: number;
	readonly pauseMs: number;
	readonly mostMs: number;
}

/** @return When the shop has lowered the stock, unix milliseconds. */
async function soldAt( shop: Shop, sku: string ): Promise< number > {
	const answer = await fetch( `${ shop.url }/?sell=${ sku }` );
	return z.number().parse( await answer.json() );
}

/** Milliseconds from each sale to the request that brings the number to KeyCRM. */
async function latencies(
	session: Session,
	{ sales, pauseMs }: Pattern
): Promise< number[] > {
	const { keycrm, shop } = session;
	const sold = new Map< number, number >();
	const answers: Promise< void >[] = [];
	keycrm.log.clear();
	const began = performance.now();
	for ( const [ place, offer ] of keycrm.world.catalogue
		.offers()
		.slice( 0, sales )
		.entries() ) {
		await sleep(
			Math.max( 0, place * pauseMs - ( performance.now() - began ) )
		);
		answers.push(
			soldAt( shop, offer.sku ?? '' ).then( ( at ) => {
				sold.set( offer.id, at );
			} )
		);
	}
	await Promise.all( answers );
	const until = Date.now() + PATIENCE_MS;
	let there = arrivals( session );
	while ( there.size < sales && Date.now() < until ) {
		await sleep( 500 );
		there = arrivals( session );
	}
	return [ ...sold ]
		.map( ( [ id, at ] ) => ( there.get( id ) ?? Infinity ) - at )
		.sort( ( one, other ) => one - other );
}

/** When KeyCRM was first told of each offer, unix milliseconds. */
function arrivals( { keycrm }: Session ): Map< number, number > {
	const there = new Map< number, number >();
	const writes = keycrm.log.of( 'PUT /offers/stocks' );
	for ( const [ place, { stocks } ] of sent( { keycrm } ).entries() ) {
		for ( const { id } of stocks ) {
			there.set(
				id,
				there.get( id ) ?? writes[ place ]?.real_ms ?? Infinity
			);
		}
	}
	return there;
}

async function changedAll(): Promise< Row > {
	tell( `filling a shop of ${ CHANGED } products` );
	const session = await openBenchShop(
		{ offers: offers( CHANGED ) },
		products( CHANGED )
	);
	try {
		const { shop } = session;
		await lead( session );
		await shop.sql(
			"UPDATE wp_postmeta SET meta_value = meta_value + 1000 WHERE meta_key = '_stock'"
		);
		session.keycrm.log.clear();
		const run = await driven( shop, 'sync' );
		const writes = session.keycrm.log.of( 'PUT /offers/stocks' ).length;
		const { updated } = run.run.counts;
		return {
			part: `(j) ${ fixed( CHANGED, 0 ) } changed products`,
			values: {
				writes: String( writes ),
				reads: String(
					session.keycrm.log.of( 'GET /offers/stocks' ).length
				),
				sent: String( updated ),
				'memory, MB above an empty request': fixed(
					( peak( run ) - ( await emptyPeak( shop ) ) ) / 1e6,
					1
				),
			},
			must: `${ MOST_WRITES } writes`,
			reached: writes <= MOST_WRITES && updated === CHANGED,
		};
	} finally {
		await session.stop();
	}
}

export async function pushPart(): Promise< Row[] > {
	const session = await openSession(
		{ offers: offers( MANY.sales ) },
		{ mu: { 'sell.php': SELL } }
	);
	const rows: Row[] = [];
	try {
		await quiet( session.shop );
		// Each product is sold once in each part, and KeyCRM must hear of it: at 0 there would be nothing to send.
		await bulkFill(
			session.shop,
			products( MANY.sales ).map( ( one ) => ( { ...one, stock: 100 } ) )
		);
		await save( session.shop, { guard: { min_products: 100_000 } } );
		await lead( session );
		await connectWebhook( session );
		await realPace( session );
		tell( 'rare sales' );
		rows.push(
			timesRow(
				`(j) ${ RARE.sales } sales, each ${ RARE.pauseMs / 1000 } s`,
				await latencies( session, RARE ),
				RARE.mostMs
			)
		);
		await sleep( 10_000 );
		tell( '10 sales a second' );
		rows.push(
			timesRow(
				`(j) ${ MANY.sales } sales, 10 a second`,
				await latencies( session, MANY ),
				MANY.mostMs
			)
		);
	} finally {
		await session.stop();
	}
	return [ ...rows, await changedAll() ];
}
