/** (h) Webhooks: the time of the answers during many events in a short time, and the requests to KeyCRM that follow. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../support/keycrm-server/random';
import { bulkFill } from '../../support/fill/bulk-fill';
import { openSession, stockBySku, sync } from '../../wordpress/support/session';
import type { Session } from '../../wordpress/support/session';
import { aboutStock, webhookPath } from '../../wordpress/support/webhooks';
import { quiet, realPace } from '../bench-shop';
import { fixed, median, tell } from '../report';
import type { Row } from '../report';
import { offers, products } from './sync';

const OFFERS = 400;
const EVENTS = 5000;
const SECONDS = 10;
/** KeyCRM's calls were seen with 1 to 19 items in a real account; its description sets no limit. */
const LARGEST = [ 100, 19 ];
const MOST_MS = 200;
const MOST_REQUESTS = 20;
/** Within this time the queue must be empty. */
const PATIENCE_SECONDS = 60;
const CALLS_ALONE = 40;
const PAUSE_MS = 1500;

interface Answered {
	readonly status: number;
	readonly ms: number;
}

/** Changes offers and sends a webhook for each change at even intervals, without waiting for answers. */
async function burst(
	{ shop, keycrm }: Session,
	largest: number
): Promise< Answered[] > {
	const { catalogue, stock } = keycrm.world;
	const url = shop.url + ( await webhookPath( shop ) );
	const random = new Random( 14 );
	const all = catalogue.offers();
	const calls: Promise< Answered >[] = [];
	const began = performance.now();
	for ( let events = 0; events < EVENTS;  ) {
		const size = Math.min( EVENTS - events, 1 + random.below( largest ) );
		const from = random.below( all.length - size );
		const moved = all.slice( from, from + size );
		for ( const offer of moved ) {
			stock.set( offer, 1, random.below( 500 ), 'manual' );
		}
		events += size;
		await sleep(
			Math.max(
				0,
				( events / EVENTS ) * SECONDS * 1000 -
					( performance.now() - began )
			)
		);
		calls.push(
			call( url, aboutStock( ...moved.map( ( { id } ) => id ) ) )
		);
	}
	return Promise.all( calls );
}

async function call( url: string, body: string ): Promise< Answered > {
	const began = performance.now();
	const { status } = await fetch( url, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body,
	} );
	return { status, ms: performance.now() - began };
}

/** How many numbers of the shop differ from KeyCRM's. */
async function wrongNumbers( { shop, keycrm }: Session ): Promise< number > {
	const shelf = await stockBySku( shop );
	const { catalogue, stock } = keycrm.world;
	return catalogue.offers().filter( ( offer ) => {
		const { quantity, reserve } = stock.totals( offer );
		return (
			shelf.get( offer.sku ?? '' ) !== Math.max( 0, quantity - reserve )
		);
	} ).length;
}

/** Sends one call after another, each beside one with a wrong token: what WordPress itself takes. */
async function alone( { shop }: Session ) {
	const url = shop.url + ( await webhookPath( shop ) );
	const ours: Answered[] = [];
	const wordpress: Answered[] = [];
	for ( let place = 0; place < CALLS_ALONE; place++ ) {
		ours.push( await call( url, aboutStock( 1, 2, 3 + place ) ) );
		await sleep( PAUSE_MS );
		wordpress.push( await call( `${ url }0`, '[]' ) );
	}
	return { ours, wordpress };
}

function timesOf( answers: readonly Answered[] ) {
	const times = answers.map( ( { ms } ) => ms ).sort( ( a, b ) => a - b );
	return {
		slowest: times.at( -1 ) ?? 0,
		failed: answers.filter( ( { status } ) => status !== 200 ).length,
		values: {
			'median, ms': fixed( median( times ), 0 ),
			'p95, ms': fixed(
				times[ Math.floor( times.length * 0.95 ) ] ?? 0,
				0
			),
			'slowest, ms': fixed( times.at( -1 ) ?? 0, 0 ),
		},
	};
}

/** Seconds until every number is right, and how many numbers stay wrong. */
async function settle( session: Session ): Promise< [ number, number ] > {
	const began = performance.now();
	const passed = () => ( performance.now() - began ) / 1000;
	let wrong = await wrongNumbers( session );
	while ( wrong > 0 && passed() < PATIENCE_SECONDS ) {
		// Does what Action Scheduler or the server's scheduler does.
		await session.shop.php(
			`do_action( 'keycrm_stock_refresh' ); return true;`
		);
		await sleep( 500 );
		wrong = await wrongNumbers( session );
	}
	return [ passed(), wrong ];
}

export async function webhookPart(): Promise< Row[] > {
	const session = await openSession( { offers: offers( OFFERS ) } );
	const { shop } = session;
	await quiet( shop );
	await bulkFill( shop, products( OFFERS ) );
	await sync( shop );
	await realPace( session );
	tell( 'one call after the other' );
	const { ours, wordpress } = await alone( session );
	const single = timesOf( ours );
	const rows: Row[] = [
		{
			part: `(h) ${ CALLS_ALONE } calls, one after the other`,
			values: single.values,
			must: `${ MOST_MS } ms`,
			reached: single.slowest <= MOST_MS && single.failed === 0,
		},
		{
			part: '(h) beside each, a wrong token: 404',
			values: timesOf( wordpress ).values,
		},
	];
	for ( const largest of LARGEST ) {
		rows.push( await flood( session, largest ) );
	}
	await session.stop();
	return rows;
}

async function flood( session: Session, largest: number ): Promise< Row > {
	const { log } = session.keycrm;
	// What was asked before is a minute ago.
	session.keycrm.clock.advance( 61_000 );
	const asked = log.entries().length;
	tell( `${ EVENTS } events in ${ SECONDS } s, up to ${ largest } a call` );
	const answers = await burst( session, largest );
	const [ seconds, wrong ] = await settle( session );
	const requests = log.entries().length - asked;
	const many = timesOf( answers );
	return {
		part: `(h) ${ EVENTS } events in ${ answers.length } calls`,
		values: {
			...many.values,
			'not 200': String( many.failed ),
			requests: String( requests ),
			wrong: String( wrong ),
			'right after, s': fixed( seconds, 1 ),
		},
		must: `${ MOST_MS } ms, ${ MOST_REQUESTS } requests, nothing wrong`,
		reached:
			many.slowest <= MOST_MS &&
			many.failed === 0 &&
			wrong === 0 &&
			requests <= MOST_REQUESTS,
	};
}
