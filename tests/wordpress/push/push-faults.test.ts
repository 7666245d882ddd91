/** Tests what becomes of the shop's numbers when KeyCRM refuses, fails, forgets, is late, or says nothing. */
import { openBlank } from '../support/shops/blank-account';
import {
	changesOf,
	lead,
	notThere,
	push,
	sent,
	setStock,
	writes,
} from '../support/push';
import { drive, save, startRun } from '../support/session';
import type { Session } from '../support/session';
import { NO_WAKE_UP } from '../support/webhooks';

const PRODUCTS = 120;
const PUT = { endpoint: 'PUT /offers/stocks' } as const;

let session: Session;
let next = 1000;

beforeAll( async () => {
	session = await openBlank( PRODUCTS, {
		mu: { 'no-wake-up.php': NO_WAKE_UP },
	} );
	await save( session.shop, { guard: { min_products: 1000 } } );
	await lead( session );
} );
afterAll( () => session.stop() );

beforeEach( async () => {
	session.keycrm.faults.clear();
	session.keycrm.world.behave( {
		refused_in_push: [],
		errors_in_push: 'named',
	} );
	next += 1000;
	await session.shop.sql(
		`UPDATE wp_postmeta SET meta_value = meta_value + ${ next } WHERE meta_key = '_stock'`
	);
	session.keycrm.log.clear();
} );

const idOf = ( sku: string ): number =>
	session.keycrm.world.catalogue.offersOfSku( sku )[ 0 ]?.id ?? 0;

describe( 'KeyCRM refuses one row', () => {
	it( 'and names it: the others go through with the next request', async () => {
		session.keycrm.world.behave( { refused_in_push: [ idOf( 'B-70' ) ] } );
		const run = await push( session );
		expect( run ).toMatchObject( {
			status: 'succeeded',
			counts: { updated: PRODUCTS - 1, failed: 1 },
		} );
		expect(
			sent( session ).map( ( { stocks } ) => stocks.length )
		).toEqual( [ PRODUCTS, PRODUCTS - 1 ] );
		const failed = ( await changesOf( session, run ) ).filter(
			( { outcome } ) => outcome === 'failed'
		);
		expect( failed ).toMatchObject( [
			{ sku: 'B-70', reason: expect.stringContaining( 'It said:' ) },
		] );
		expect(
			( await notThere( session ) ).map(
				( row ) => row.split( ':' )[ 0 ]
			)
		).toEqual( [ 'B-70' ] );
	} );

	it( 'and names none: the list is halved until the row stands alone', async () => {
		session.keycrm.world.behave( {
			refused_in_push: [ idOf( 'B-70' ) ],
			errors_in_push: 'unnamed',
		} );
		const run = await push( session );
		expect( run.counts ).toMatchObject( {
			updated: PRODUCTS - 1,
			failed: 1,
		} );
		expect(
			( await notThere( session ) ).map(
				( row ) => row.split( ':' )[ 0 ]
			)
		).toEqual( [ 'B-70' ] );
		// 2 log2 120, and some more while the lists grow again.
		expect( sent( session ).length ).toBeLessThanOrEqual( 24 );
	} );
} );

it( 'KeyCRM refuses every row: the run ends and says so, long before it has tried each', async () => {
	session.keycrm.world.behave( {
		refused_in_push: session.keycrm.world.catalogue
			.offers()
			.map( ( { id } ) => id ),
		errors_in_push: 'unnamed',
	} );
	const run = await push( session );
	expect( run ).toMatchObject( {
		status: 'failed',
		error: { code: 'push_refused' },
	} );
	expect( sent( session ).length ).toBeLessThan( 40 );
	session.keycrm.world.behave( { refused_in_push: [] } );
	await push( session );
	expect( await notThere( session ) ).toEqual( [] );
} );

it( 'the warehouse is gone: one request, and the owner is told which setting to look at', async () => {
	await save( session.shop, { push_warehouse_id: 77 } );
	const run = await drive(
		session.shop,
		await startRun( session.shop, 'sync' )
	);
	expect( run ).toMatchObject( {
		status: 'failed',
		error: {
			code: 'push_refused',
			hint: expect.stringContaining( 'Where stock is kept' ),
		},
	} );
	expect( writes( session ) ).toHaveLength( 1 );
	await save( session.shop, { push_warehouse_id: 1 } );
	await push( session );
	expect( await notThere( session ) ).toEqual( [] );
} );

describe.each( [
	[ 'takes all and the connection breaks', 'applied_then_reset', 1 ],
	[ 'takes all and answers 500', 'applied_then_500', 1 ],
] as const )( 'KeyCRM %s', ( _, change, requests ) => {
	it( 'is asked what it has before anything is sent again', async () => {
		session.keycrm.faults.add(
			{ kind: 'write', change },
			{ ...PUT, next: 1 }
		);
		const run = await push( session );
		expect( run ).toMatchObject( {
			status: 'succeeded',
			counts: { updated: PRODUCTS },
		} );
		expect( writes( session ) ).toHaveLength( requests );
		expect( await notThere( session ) ).toEqual( [] );
	} );
} );

it( 'KeyCRM answers 429: the same request follows later', async () => {
	session.keycrm.faults.add(
		{ kind: 'rate_limited', retry_after: { as: 'seconds', seconds: 1 } },
		{ ...PUT, next: 2 }
	);
	const run = await push( session );
	expect( run ).toMatchObject( {
		status: 'succeeded',
		counts: { updated: PRODUCTS },
	} );
	expect( writes( session ) ).toHaveLength( 3 );
	expect( await notThere( session ) ).toEqual( [] );
} );

describe( 'KeyCRM says yes', () => {
	it( 'and forgets everything once: it is sent again', async () => {
		session.keycrm.faults.add(
			{ kind: 'write', change: 'not_applied' },
			{ ...PUT, next: 1 }
		);
		const run = await push( session );
		expect( run ).toMatchObject( {
			status: 'succeeded',
			counts: { updated: PRODUCTS, failed: 0 },
		} );
		expect( await notThere( session ) ).toEqual( [] );
	} );

	it( 'and takes some of the rows: the rest is sent again', async () => {
		session.keycrm.faults.add(
			{ kind: 'write_part', rows: 70 },
			{ ...PUT, next: 1 }
		);
		const run = await push( session );
		expect( run.counts ).toMatchObject( { updated: PRODUCTS, failed: 0 } );
		expect(
			sent( session ).map( ( { stocks } ) => stocks.length )
		).toEqual( [ PRODUCTS, PRODUCTS - 70 ] );
		expect( await notThere( session ) ).toEqual( [] );
	} );

	it( 'and never takes anything: three times, and then the owner reads which products', async () => {
		session.keycrm.faults.add(
			{ kind: 'write', change: 'not_applied' },
			PUT
		);
		const run = await push( session );
		expect( run ).toMatchObject( {
			status: 'succeeded',
			counts: { updated: 0, failed: PRODUCTS },
		} );
		expect( writes( session ) ).toHaveLength( 3 );
		expect( ( await changesOf( session, run ) )[ 0 ]?.reason ).toContain(
			'shows another one'
		);
	} );

	it( 'and means no: nothing is taken for sent', async () => {
		session.keycrm.faults.add(
			{ kind: 'write', change: 'status_false' },
			{ ...PUT, next: 1 }
		);
		const run = await push( session );
		expect( run ).toMatchObject( {
			status: 'succeeded',
			counts: { updated: PRODUCTS },
		} );
		expect( await notThere( session ) ).toEqual( [] );
	} );
} );

it( 'KeyCRM fails for minutes: the run fails with its words, and the next one sends everything', async () => {
	session.keycrm.faults.add( { kind: 'status', status: 503 }, PUT );
	const run = await push( session );
	expect( run ).toMatchObject( {
		status: 'failed',
		error: { code: 'server' },
	} );
	expect( writes( session ).length ).toBeLessThanOrEqual( 5 );
	session.keycrm.faults.clear();
	expect( ( await push( session ) ).status ).toBe( 'succeeded' );
	expect( await notThere( session ) ).toEqual( [] );
} );

it( 'a sale while the numbers are on their way is sent after them', async () => {
	const run = await push( session );
	await setStock( session, 'B-9', 3 );
	await session.shop.php( `KeyCrmStock\\plugin()->refresh(); return true;` );
	expect( run.status ).toBe( 'succeeded' );
	expect( await notThere( session ) ).toEqual( [] );
} );
