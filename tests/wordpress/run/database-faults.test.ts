/**
 * Makes one statement of a sync fail, lose a deadlock, lose its connection or kill the process, at each
 * position in turn.
 * AfterAnswer the sync waits, repeats, fails with a reason, or ends as an undisturbed one does.
 *
 * By default it tries a sample of the positions; TEST_CAMPAIGN=100 tries so many, TEST_CAMPAIGN=long all.
 */
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { OfferSeed } from '../../support/keycrm-server';
import { findSources } from '../../support/worlds/sources';
import { openSession, save } from '../support/session';
import type { Session } from '../support/session';
import { seedVariedShop } from '../support/shops/varied-shop';

jest.setTimeout( 5_400_000 );

/** Only on real WooCommerce, because the test is about its work between two statements. */
const native =
	process.env[ 'TEST_WORLD' ] === 'native' &&
	findSources().woocommerce.origin === 'real';
/** The number of positions, or `long` for all. */
const campaign = process.env[ 'TEST_CAMPAIGN' ];
const FAULTS = join( __dirname, '../../support/database-faults' );

/** KeyCRM's stock: some products sell out, some return, some change, some stay, and one is missing. */
const IN_KEYCRM: Record< string, number > = {
	plain: 12,
	second: 0,
	draft: 4,
	'sold-out': 9,
	'sells-out': 0,
	backorder: 0,
	backordered: 3,
	low: 2,
	equal: 8,
	unmanaged: 6,
	'no-row': 5,
	'two-rows': 7,
	'odd-row': 1,
	'shirt-s': 1,
	'shirt-m': 0,
	'shirt-l': 12,
	'coat-s': 0,
	'coat-m': 0,
	'hat-s': 4,
	'shared-m': 2,
};

const offers: OfferSeed[] = Object.entries( IN_KEYCRM ).map(
	( [ sku, quantity ] ) => ( { sku, quantity } )
);

let session: Session;

const disturbedSchema = z.object( {
	hit: z.string(),
	seen: z.number(),
	codes: z.array( z.number() ),
} );

const endSchema = z.object( {
	id: z.number(),
	status: z.string(),
	error: z.nullable( z.looseObject( { code: z.string() } ) ),
	counts: z.union( [
		z.record( z.string(), z.number() ),
		z.array( z.number() ),
	] ),
	left: z.number(),
} );

/** The state of the shop after a sync has ended. */
const stateSchema = z.object( {
	end: endSchema,
	shelf: z.record( z.string(), z.array( z.nullable( z.string() ) ) ),
	log: z.array( z.array( z.nullable( z.string() ) ) ),
} );

type State = z.infer< typeof stateSchema >;

beforeAll( async () => {
	if ( ! native ) {
		return;
	}
	session = await openSession(
		{ offers },
		{
			mu: {
				campaign: readFileSync(
					join( FAULTS, 'campaign.php' ),
					'utf8'
				),
			},
		}
	);
	const { shop } = session;
	await seedVariedShop( shop );
	await save( shop, {
		manage_stock: 'enable',
		guard: {
			min_products: 1000,
			max_zeroed_percent: 100,
			max_drop_percent: 100,
		},
	} );
	copyFileSync(
		join( FAULTS, 'db.php' ),
		join( shop.dir, 'wp-content/db.php' )
	);
	await shop.php( 'return campaign_keep();' );
} );
afterAll( () => ( native ? session.stop() : undefined ) );

/** Drives the sync to its end and reads the state; `then` is PHP that runs afterwards. */
async function finish( then = '' ): Promise< State > {
	return stateSchema.parse(
		await session.shop.php(
			`$state = array( 'end' => campaign_finish(), 'shelf' => campaign_shelf(), 'log' => campaign_log( 0 ) ); ${ then } return $state;`
		)
	);
}

/** Resets the shop, and sets the fault for one statement. */
async function disturb( fault: string, at: number ) {
	return disturbedSchema.parse(
		await session.shop.php(
			`return campaign_disturb( '${ fault }', ${ at } );`
		)
	);
}

/** Returns the state after an undisturbed sync, and its number of statements. */
async function undisturbed(): Promise< State & { statements: number } > {
	await session.shop.php( 'return campaign_put_back();' );
	const { seen } = await disturb( 'fail', 0 );
	const state = await finish( 'campaign_put_back();' );
	expect( state.end.status ).toBe( 'succeeded' );
	return { ...state, statements: seen };
}

const withoutId = ( { counts }: State[ 'end' ] ) => counts;

/** Returns the positions to try: all, or so many, spread evenly. */
function places( statements: number, most: number ): number[] {
	const wanted = campaign === undefined ? most : Number( campaign );
	const every = campaign === 'long' ? 1 : Math.max( 1, statements / wanted );
	return Array.from(
		{ length: Math.floor( statements / every ) },
		( _, turn ) => 1 + Math.floor( turn * every )
	);
}

/** Returns the updates in a log, which has each changed product once, whatever happened in between. */
const updates = ( log: State[ 'log' ] ) =>
	log
		.filter( ( [ , , , outcome ] ) => outcome === 'updated' )
		.map( ( [ product, before, after ] ) =>
			[ product, before, after ].join()
		)
		.sort();

interface Trouble {
	readonly at: number;
	readonly hit: string;
	readonly what: string;
	readonly found: unknown;
}

/** Ends a disturbed sync and returns what is wrong. */
async function judge(
	good: State,
	at: number,
	hit: string
): Promise< { ended: string; troubles: Trouble[] } > {
	let state = await finish(
		`if ( 'failed' !== $state['end']['status'] ) { campaign_put_back(); }`
	);
	let ended = state.end.status;
	if ( ended === 'failed' ) {
		ended = `failed: ${ state.end.error?.code }`;
		// The next sync repairs whatever is left.
		await session.shop.php(
			`wp_set_current_user( 1 ); return campaign_call( 'POST', '/runs', array( 'mode' => 'sync' ) );`
		);
		state = await finish( 'campaign_put_back();' );
	}
	const troubles: Trouble[] = [];
	const compare = ( what: string, found: unknown, wanted: unknown ) => {
		if ( JSON.stringify( found ) !== JSON.stringify( wanted ) ) {
			troubles.push( {
				at,
				hit: hit.slice( 0, 160 ),
				what: `${ what } (${ ended })`,
				found: { found, wanted },
			} );
		}
	};
	const shelfDifference = Object.keys( good.shelf ).filter(
		( id ) =>
			JSON.stringify( state.shelf[ id ] ) !==
			JSON.stringify( good.shelf[ id ] )
	);
	compare(
		'shop',
		shelfDifference.map( ( id ) => [ id, state.shelf[ id ] ] ),
		[]
	);
	compare( 'status', state.end.status, 'succeeded' );
	compare( 'left behind', state.end.left, 0 );
	compare( 'log', updates( state.log ), updates( good.log ) );
	if ( ended === 'succeeded' ) {
		compare( 'counts', withoutId( state.end ), withoutId( good.end ) );
	}
	return { ended, troubles };
}

const onNative = native ? test : test.skip;

onNative.each( [
	[ 'fail', 40 ],
	[ 'deadlock', 25 ],
	[ 'disconnect', 40 ],
] )(
	'%s: no sync succeeds while something is missing',
	async ( fault, most ) => {
		const good = await undisturbed();
		const troubles: Trouble[] = [];
		const ends: Record< string, number > = {};
		for ( const at of places( good.statements, most ) ) {
			const { hit } = await disturb( fault, at );
			const judged = await judge( good, at, hit );
			troubles.push( ...judged.troubles );
			ends[ judged.ended ] = ( ends[ judged.ended ] ?? 0 ) + 1;
		}
		console.log(
			`${ fault }, ${ good.statements } statements: ${ JSON.stringify(
				ends
			) }`
		);
		expect( troubles ).toEqual( [] );
	}
);

/** WooCommerce's queries before it derives a parent's status: its type, its variations, how many are in stock. */
const ABOUT_PARENTS =
	'/COUNT\\( product_id \\)|post_parent = |SELECT DISTINCT t\\.term_id, tr\\.object_id/';

onNative(
	'fail: a parent is not set out of stock because its variations could not be counted',
	async () => {
		const good = await undisturbed();
		const troubles: Trouble[] = [];
		const about = z
			.array( z.number() )
			.parse(
				await session.shop.php(
					`return campaign_places_like( '${ ABOUT_PARENTS }' );`
				)
			);
		await finish( 'campaign_put_back();' );
		expect( about.length ).toBeGreaterThan( 20 );
		for ( const at of about ) {
			const { hit } = await disturb( 'fail', at );
			troubles.push( ...( await judge( good, at, hit ) ).troubles );
		}
		console.log( `questions about parents: ${ about.length }` );
		expect( troubles ).toEqual( [] );
	}
);

onNative(
	'die: the next process completes the work after every kill',
	async () => {
		const { spawnPhp } = session.shop;
		if ( spawnPhp === undefined ) {
			throw new Error( 'This world has no processes.' );
		}
		const good = await undisturbed();
		const troubles: Trouble[] = [];
		const ends: Record< string, number > = {};
		const tries = places( good.statements, 25 );
		for ( const at of tries ) {
			await spawnPhp(
				`return campaign_disturb( 'die', ${ at } );`
			).result.catch( () => undefined );
			const judged = await judge( good, at, 'SIGKILL' );
			troubles.push( ...judged.troubles );
			ends[ judged.ended ] = ( ends[ judged.ended ] ?? 0 ) + 1;
		}
		console.log( `${ tries.length } kills: ${ JSON.stringify( ends ) }` );
		expect( troubles ).toEqual( [] );
	}
);
