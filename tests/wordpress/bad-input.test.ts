/** Whatever KeyCRM answers: nothing half-written, a sentence that helps, and the run goes on or says why not. */
import type { Run } from '../../src-admin/contract';
import { literal } from '../support/keycrm-server';
import type { Fault, OfferSeed } from '../support/keycrm-server';
import { bulkFill } from '../support/fill/bulk-fill';
import type { BulkProduct } from '../support/fill/bulk-fill';
import {
	call,
	drive,
	letTimePass,
	openSession,
	startRun,
	step,
	stockBySku,
	sync,
} from './support/session';
import type { Session } from './support/session';

/** Three pages in KeyCRM; every product is at 1 in the shop and at 7 in KeyCRM. */
const OFFERS: OfferSeed[] = Array.from( { length: 120 }, ( _, place ) => ( {
	sku: `P-${ place }`,
	quantity: 7,
} ) );
/** The shop sells some of each page. */
const SOLD = 20;
const PRODUCTS: BulkProduct[] = OFFERS.filter(
	( _, place ) => place % ( OFFERS.length / SOLD ) === 0
).map( ( { sku } ) => ( {
	sku: sku ?? '',
	name: `Product ${ sku }`,
	price: 10,
	stock: 1,
	type: 'simple',
	parent: -1,
} ) );

let session: Session;

beforeAll( async () => {
	session = await openSession( { offers: OFFERS } );
	await bulkFill( session.shop, PRODUCTS );
} );
afterAll( () => session.stop() );

beforeEach( async () => {
	const { shop, keycrm } = session;
	keycrm.world.reset();
	keycrm.world.seed( { offers: OFFERS } );
	keycrm.world.key = keycrm.key;
	await letTimePass( shop );
	await shop.php( `
		global $wpdb;
		$wpdb->query( "UPDATE {$wpdb->postmeta} SET meta_value = '1' WHERE meta_key = '_stock'" );
		$wpdb->query( "UPDATE {$wpdb->postmeta} SET meta_value = 'instock' WHERE meta_key = '_stock_status'" );
		$wpdb->query( "UPDATE {$wpdb->prefix}wc_product_meta_lookup SET stock_quantity = 1, stock_status = 'instock'" );
		delete_option( 'keycrm_stock_whole_read' ); // So that each test begins with the whole list.
		return wp_cache_flush();
	` );
} );

async function numbers(): Promise< Set< number | null > > {
	return new Set( ( await stockBySku( session.shop ) ).values() );
}

/** A sentence on what happened, that the stock is safe, and what to do; no jargon, no key. */
function expectHelp( run: Run, code: string ): void {
	expect( run.status ).toBe( 'failed' );
	const { error } = run;
	expect( error?.code ).toBe( code );
	expect( error?.message.length ).toBeGreaterThan( 30 );
	expect( error?.hint.length ).toBeGreaterThan( 15 );
	expect( JSON.stringify( error ) ).not.toContain( session.keycrm.key );
	expect( error?.message ).not.toMatch( /offer|cursor|HTTP|curl|JSON|lease/ );
}

describe( 'ends the run with the reason', () => {
	const CASES: [ string, Fault, string ][] = [
		[ 'a wrong key', { kind: 'status', status: 401 }, 'unauthorized' ],
		[ 'an unpaid account', { kind: 'status', status: 402 }, 'payment' ],
		[ 'a blocked account', { kind: 'status', status: 403 }, 'forbidden' ],
		[
			'a server that stays broken',
			{ kind: 'status', status: 500 },
			'server',
		],
		[
			'a gateway that stays broken',
			{ kind: 'status', status: 502 },
			'server',
		],
		[
			'a service that stays away',
			{ kind: 'status', status: 503 },
			'server',
		],
		[
			'a web page instead of data',
			{ kind: 'body', change: 'html' },
			'not_json',
		],
		[ 'an empty answer', { kind: 'body', change: 'empty' }, 'not_json' ],
		[ 'half an answer', { kind: 'body', change: 'truncated' }, 'not_json' ],
		[
			'an answer without data',
			{ kind: 'body', change: 'data_missing' },
			'not_json',
		],
		[
			'another page than asked for',
			{ kind: 'envelope', change: 'current_page_wrong' },
			'not_json',
		],
	];
	it.each( CASES )( '%s', async ( _, fault, code ) => {
		const { shop, keycrm } = session;
		// From the second page on: by then there is something that could be half-written.
		keycrm.faults.add( fault, { after: 1 } );
		const run = await sync( shop );
		expectHelp( run, code );
		expect( await numbers() ).toEqual( new Set( [ 1 ] ) );
	} );

	it( 'a key that is revoked while the list is read', async () => {
		const { shop, keycrm } = session;
		keycrm.faults.add( { kind: 'rate_limited' }, { page: 2, next: 1 } );
		const run = await step( shop, ( await startRun( shop, 'sync' ) ).id );
		expect( run.progress.done ).toBe( 1 );
		keycrm.world.key = 'another';
		expectHelp( await drive( shop, run ), 'unauthorized' );
		expect( await numbers() ).toEqual( new Set( [ 1 ] ) );
	} );

	it( 'a list that never holds still, where nothing else can be asked', async () => {
		const { shop, keycrm } = session;
		keycrm.faults.add( { kind: 'shuffle' }, { after: 1 } );
		keycrm.faults.add( { kind: 'filters_ignored' } );
		expectHelp( await sync( shop ), 'list_kept_moving' );
		expect( await numbers() ).toEqual( new Set( [ 1 ] ) );
	} );

	it( 'an empty catalogue', async () => {
		const { shop, keycrm } = session;
		keycrm.world.reset();
		expectHelp( await sync( shop ), 'empty_catalogue' );
		expect( await numbers() ).toEqual( new Set( [ 1 ] ) );
	} );

	it( 'a chosen warehouse that has vanished', async () => {
		const { shop } = session;
		await call( shop, 'POST', '/settings', { warehouse_ids: [ 1, 77 ] } );
		const run = await sync( shop );
		await call( shop, 'POST', '/settings', { warehouse_ids: [] } );
		expectHelp( run, 'warehouse_vanished' );
		expect( run.error?.message ).toContain( '77' );
		expect( await numbers() ).toEqual( new Set( [ 1 ] ) );
	} );
} );

describe( 'goes on by itself', () => {
	const CASES: [ string, Fault ][] = [
		[
			'after a 429 with Retry-After',
			{
				kind: 'rate_limited',
				retry_after: { as: 'seconds', seconds: 5 },
			},
		],
		[ 'after a 429 without', { kind: 'rate_limited' } ],
		[
			'after a 429 with a date',
			{ kind: 'rate_limited', retry_after: { as: 'date', seconds: 5 } },
		],
		[
			'after a 429 that is a web page',
			{ kind: 'rate_limited', body: 'html' },
		],
		[ 'after a 500', { kind: 'status', status: 500 } ],
		[ 'after a 502', { kind: 'status', status: 502 } ],
		[ 'after a 503', { kind: 'status', status: 503 } ],
		[ 'after a web page', { kind: 'body', change: 'html' } ],
		[ 'after an empty answer', { kind: 'body', change: 'empty' } ],
		[ 'after half an answer', { kind: 'body', change: 'truncated' } ],
		[
			'after a broken connection',
			{ kind: 'reset', when: 'before_answer' },
		],
		[
			'after a connection broken in the answer',
			{ kind: 'reset', when: 'in_body' },
		],
		[ 'after a list that moved once', { kind: 'shift', rows: 1 } ],
		[
			'with a mark in front of the answer',
			{ kind: 'body', change: 'bom' },
		],
		[
			'without the number of pages',
			{ kind: 'envelope', change: 'last_page_missing' },
		],
		[ 'without links', { kind: 'envelope', change: 'links_missing' } ],
	];
	it.each( CASES )( '%s', async ( _, fault ) => {
		const { shop, keycrm } = session;
		keycrm.faults.add( fault, { after: 1, next: 1 } );
		const run = await sync( shop );
		expect( run.error ).toBeNull();
		expect( run.status ).toBe( 'succeeded' );
		expect( await numbers() ).toEqual( new Set( [ 7 ] ) );
	} );

	const MOVING: [ string, Fault ][] = [
		[ 'never holds still', { kind: 'shuffle' } ],
		[ 'changes its length all the time', { kind: 'total', by: 1 } ],
	];
	it.each( MOVING )(
		'past a list that %s, by asking for the shop’s own products',
		async ( _, fault ) => {
			const { shop, keycrm } = session;
			keycrm.faults.add( fault, { after: 1 } );
			const run = await sync( shop );
			expect( run.error ).toBeNull();
			expect( run.read_plan?.kind ).toBe( 'own' );
			expect( await numbers() ).toEqual( new Set( [ 7 ] ) );
			// Nothing was learned of the whole list, so the next run tries it again.
			keycrm.faults.clear();
			expect( ( await sync( shop ) ).read_plan?.kind ).toBe( 'whole' );
		}
	);

	it( 'and says for how long it waits', async () => {
		const { shop, keycrm } = session;
		keycrm.faults.add(
			{
				kind: 'rate_limited',
				retry_after: { as: 'seconds', seconds: 42 },
			},
			{ next: 1 }
		);
		const run = await step( shop, ( await startRun( shop, 'sync' ) ).id );
		expect( run.status ).toBe( 'waiting' );
		expect( run.waits_for ).toBe( 'limit' );
		const seconds =
			( Date.parse( run.waits_until ?? '' ) - Date.now() ) / 1000;
		expect( seconds ).toBeGreaterThan( 35 );
		expect( seconds ).toBeLessThan( 45 );
		// Nobody asks in the meantime, whoever drives.
		const asked = keycrm.log.entries().length;
		await step( shop, run.id );
		expect( keycrm.log.entries().length ).toBe( asked );
		expect( ( await drive( shop, run ) ).status ).toBe( 'succeeded' );
	} );
} );

describe( 'leaves one product alone and does the others', () => {
	const ODD: [ string, Partial< OfferSeed > ][] = [
		[ 'text', { served: { quantity: 'many' } } ],
		[ 'a comma', { served: { quantity: '7,5' } } ],
		[ 'nothing', { served: { quantity: null } } ],
		[ 'an empty text', { served: { quantity: '' } } ],
		[ 'yes or no', { served: { quantity: true } } ],
		[ 'no reserve', { served_without: [ 'reserve' ] } ],
		[ 'no warehouses', { served_without: [ 'warehouse' ] } ],
	];
	it.each( ODD )( 'with %s for a number', async ( _, odd ) => {
		const { shop, keycrm } = session;
		keycrm.world.reset();
		const [ first, ...others ] = OFFERS;
		keycrm.world.seed( { offers: [ { ...first, ...odd }, ...others ] } );
		const run = await sync( shop );
		expect( run.status ).toBe( 'succeeded' );
		expect( run.counts ).toMatchObject( { failed: 1, updated: SOLD - 1 } );
		expect( ( await stockBySku( shop ) ).get( 'P-0' ) ).toBe( 1 );
		expect( await reasons( run.id, 'failed' ) ).toEqual( [
			expect.stringContaining( 'left as it was' ),
		] );
	} );

	it.each( [
		[ 'a fraction', literal( '12.5' ), 12 ],
		[ 'a number as text', '12.50', 12 ],
		[ 'a negative', -49833, 0 ],
		[ 'minus zero', literal( '-0' ), 0 ],
		[ 'a very large one', 1e9, 1e9 ],
	] )( 'but understands %s', async ( _, served, expected ) => {
		const { shop, keycrm } = session;
		keycrm.world.reset();
		const [ first, ...others ] = OFFERS;
		keycrm.world.seed( {
			offers: [ { ...first, served: { quantity: served } }, ...others ],
		} );
		expect( ( await sync( shop ) ).counts.updated ).toBe( SOLD );
		expect( ( await stockBySku( shop ) ).get( 'P-0' ) ).toBe( expected );
	} );

	it( 'without an SKU, or with one that KeyCRM has twice', async () => {
		const { shop, keycrm } = session;
		keycrm.world.seed( {
			offers: [
				{ sku: null, quantity: 3 },
				{ sku: '', quantity: 3 },
				{ sku: ' P-0 ', quantity: 3 },
			],
		} );
		const run = await sync( shop );
		expect( run.counts ).toMatchObject( {
			duplicate_in_keycrm: 1,
			updated: SOLD - 1,
		} );
		expect( ( await stockBySku( shop ) ).get( 'P-0' ) ).toBe( 1 );
		expect( await reasons( run.id, 'duplicate_in_keycrm' ) ).toEqual( [
			expect.stringContaining( 'Give each its own SKU in KeyCRM' ),
		] );
	} );

	it( 'whose SKU the shop has twice', async () => {
		const { shop } = session;
		const [ id ] = await bulkFill( shop, [
			{
				sku: 'P-6',
				name: 'Twin',
				price: 1,
				stock: 1,
				type: 'simple',
				parent: -1,
			},
		] );
		const run = await sync( shop );
		expect( run.counts ).toMatchObject( {
			duplicate_in_shop: 2,
			updated: SOLD - 1,
		} );
		expect( ( await stockBySku( shop ) ).get( 'P-6' ) ).toBe( 1 );
		// The other one goes: the next run knows.
		await shop.php(
			`wc_get_product( ${ id } )->delete( true ); return true;`
		);
		expect( ( await sync( shop ) ).counts ).toMatchObject( {
			duplicate_in_shop: 0,
			updated: 1,
			unchanged: SOLD - 1,
		} );
		expect( ( await stockBySku( shop ) ).get( 'P-6' ) ).toBe( 7 );
	} );

	it( 'that is deleted between plan and write', async () => {
		const { shop } = session;
		const [ id ] = await bulkFill( shop, [
			{
				sku: 'GONE',
				name: 'Gone',
				price: 1,
				stock: 1,
				type: 'simple',
				parent: -1,
			},
		] );
		session.keycrm.world.seed( {
			offers: [ { sku: 'GONE', quantity: 9 } ],
		} );
		const preview = await sync( shop, 'preview' );
		expect( preview.counts.updated ).toBe( SOLD + 1 );
		await shop.php( `wp_delete_post( ${ id }, true ); return true;` );
		await call( shop, 'POST', `/runs/${ preview.id }/apply` );
		const run = await drive( shop, { ...preview, status: 'running' } );
		expect( run.status ).toBe( 'succeeded' );
		expect( run.counts ).toMatchObject( { updated: SOLD, failed: 1 } );
		expect( await reasons( run.id, 'failed' ) ).toEqual( [
			expect.stringContaining( 'deleted' ),
		] );
	} );
} );

async function reasons(
	run_id: number,
	outcome: string
): Promise< unknown[] > {
	const answer = await call(
		session.shop,
		'GET',
		`/runs/${ run_id }/changes?outcome=${ outcome }`
	);
	const items =
		answer !== null && typeof answer === 'object' && 'items' in answer
			? answer.items
			: [];
	return Array.isArray( items ) ? items.map( ( item ) => item.reason ) : [];
}
