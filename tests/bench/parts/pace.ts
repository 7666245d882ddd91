/**
 * The time of a whole run, compared with N/50 s, the least in which N offers can be read at KeyCRM's limit; and
 * a small shop within a large account.
 *
 * KeyCRM's clock and the plugin's rate are both sped up, nothing else is: the run as it would be is the
 * time from the first request to the last in KeyCRM's seconds, idle slots included, and all the rest in ours.
 */
import {
	generatedCatalogue,
	generatedShop,
	startKeyCrm,
} from '../../support/keycrm-server';
import { bulkFill, bulkProducts } from '../../support/fill/bulk-fill';
import { openShop } from '../../support/worlds/shop';
import { save } from '../../wordpress/support/session';
import type { Session } from '../../wordpress/support/session';
import { driven, quiet, sum } from '../bench-shop';
import { fixed, tell } from '../report';
import type { Row } from '../report';
import { products, offers, READING } from './sync';

const COUNT = 10_000;
/** How much faster KeyCRM's clock runs. Faster still, a short delay of this machine would break KeyCRM's limit. */
const SPEED = 3;
const MOST = 1.08;
const ROUNDS = 3;
/** KeyCRM's requests a minute, and those of the setting. */
const LIMIT = 60;
const SETTING = 58;
const MOST_REQUESTS = 5;
const SMALL = 200;

/** At KeyCRM's own limit, told to both sides. */
async function openPaced( per_minute: number ): Promise< Session > {
	const keycrm = await startKeyCrm( {
		catalogue: { offers: offers( COUNT ) },
	} );
	const shop = await openShop( {
		constants: { KEYCRM_STOCK_API_BASE_URL: keycrm.url },
	} );
	await save( shop, {
		api_key: keycrm.key,
		requests_per_minute: per_minute * SPEED,
	} );
	await quiet( shop );
	await bulkFill( shop, products( COUNT ) );
	await shop.sql( 'ANALYZE TABLE wp_posts, wp_postmeta' );
	keycrm.world.clock.run( SPEED );
	return {
		shop,
		keycrm,
		stop: async () => {
			await keycrm.stop();
			await shop.stop();
		},
	};
}

/** Seconds from the first request to the last, by KeyCRM's clock and by ours. */
function slotsOf( { keycrm }: Session ): { theirs: number; ours: number } {
	const entries = keycrm.log.entries();
	const first = entries[ 0 ];
	const last = entries[ entries.length - 1 ];
	if ( first === undefined || last === undefined ) {
		throw new Error( 'Nothing was asked.' );
	}
	return {
		theirs: ( last.at_ms - first.at_ms ) / 1000,
		ours: ( last.real_ms - first.real_ms ) / 1000,
	};
}

interface Paced {
	readonly requests: number;
	/** Seconds. */
	readonly reading: number;
	readonly rest: number;
}

async function pacedRun( per_minute: number ): Promise< Paced > {
	const session = await openPaced( per_minute );
	const run = await driven( session.shop, 'sync' );
	const slots = slotsOf( session );
	await session.stop();
	if ( run.run.counts.updated !== COUNT ) {
		throw new Error( JSON.stringify( run.run ) );
	}
	return {
		requests: run.run.requests,
		reading: slots.theirs + sum( run, READING, 'ms' ) / 1000 - slots.ours,
		rest: sum( run, [ 'plan', 'guard', 'write', 'done' ], 'ms' ) / 1000,
	};
}

function wholeRun( per_minute: number, runs: readonly Paced[] ): Row {
	const seconds = ( one: Paced ) => one.reading + one.rest;
	const sorted = [ ...runs ].sort( ( a, b ) => seconds( a ) - seconds( b ) );
	const [ best ] = sorted;
	const worst = sorted.at( -1 );
	if ( best === undefined || worst === undefined ) {
		throw new Error( 'Nothing was run.' );
	}
	const share = ( one: Paced ) => seconds( one ) / ( COUNT / 50 );
	const ratio = share( best );
	return {
		part: `whole run, ${ fixed( COUNT, 0 ) }, ${ per_minute } a minute`,
		values: {
			requests: fixed( best.requests, 0 ),
			'read s': fixed( best.reading, 1 ),
			'plan+write s': fixed( best.rest, 1 ),
			'of N/50 s': fixed( ratio, 3 ),
			'at worst': fixed( share( worst ), 3 ),
		},
		...( per_minute === LIMIT && {
			must: `${ MOST } × N/50 s at 60 a minute`,
			reached: ratio <= MOST,
		} ),
	};
}

/**
 * Of several first loads, each in a shop of its own, the quickest counts, as in the part write. A shared
 * machine is slow for minutes on end, so they are spread over the bench: `main.ts` runs the first ones
 * between other parts.
 */
export class PacePart {
	private readonly runs: Paced[] = [];

	public async round(): Promise< void > {
		tell( `a run of ${ COUNT } offers at ${ LIMIT } a minute` );
		this.runs.push( await pacedRun( LIMIT ) );
	}

	public async rows(): Promise< Row[] > {
		while ( this.runs.length < ROUNDS ) {
			await this.round();
		}
		tell( `a run of ${ COUNT } offers at ${ SETTING } a minute` );
		return [
			wholeRun( LIMIT, this.runs ),
			wholeRun( SETTING, [ await pacedRun( SETTING ) ] ),
			await smallShop(),
		];
	}
}

async function smallShop(): Promise< Row > {
	tell( `a shop of ${ SMALL } products on an account of ${ COUNT } offers` );
	const keycrm = await startKeyCrm( {
		catalogue: generatedCatalogue( COUNT ),
		behaviour: { limit_per_minute: null },
	} );
	const shop = await openShop( {
		constants: { KEYCRM_STOCK_API_BASE_URL: keycrm.url },
	} );
	await save( shop, { api_key: keycrm.key, requests_per_minute: 600 } );
	await quiet( shop );
	await bulkFill( shop, bulkProducts( generatedShop( SMALL ) ) );
	const first = await driven( shop, 'sync' );
	const second = await driven( shop, 'sync' );
	const third = await driven( shop, 'sync' );
	await keycrm.stop();
	await shop.stop();
	const later = Math.max( second.run.requests, third.run.requests );
	return {
		part: `${ SMALL } products, ${ fixed( COUNT, 0 ) } offers`,
		values: {
			'first run': fixed( first.run.requests, 0 ),
			'later runs': fixed( later, 0 ),
		},
		must: `${ MOST_REQUESTS } requests`,
		reached: third.run.status === 'succeeded' && later <= MOST_REQUESTS,
	};
}
