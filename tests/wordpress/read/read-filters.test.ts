/** Tests undocumented differences in KeyCRM's filters: the numbers are right, whatever the filters do. */
import type { BehaviourPatch, Fault } from '../../support/keycrm-server';
import { startRun, step, sync } from '../support/session';
import type { Session } from '../support/session';
import {
	ageWholeRead,
	asked,
	inKeyCrm,
	looked,
	offers,
	openSmallShop,
	pages,
	sell,
	stockOf,
	summaryOf,
} from '../support/shops/small-shop';

const OFFERS = 300;
let session: Session;
let added: number[] = [];

beforeAll( async () => {
	session = await openSmallShop( OFFERS, 60 );
} );
afterAll( () => session.stop() );

/** KeyCRM has six pages. The shop sells … Q-295, and has just read them all. */
beforeEach( async () => {
	const { shop, keycrm } = session;
	await shop.php( `
		array_map( 'wp_delete_post', ${ JSON.stringify( added ) } );
		return delete_option( 'keycrm_stock_whole_read' );
	` );
	added = [];
	keycrm.world.reset();
	keycrm.world.behave( { sku_match: 'exact' } );
	keycrm.world.seed( { offers: offers( OFFERS ) } );
	await sync( shop );
	keycrm.log.clear();
	inKeyCrm( keycrm, 'Q-0', 20 );
	inKeyCrm( keycrm, 'Q-295', 21 );
} );

async function alsoSell( skus: string[] ): Promise< void > {
	added = await sell( session, skus );
}

async function expectRight(): Promise< void > {
	expect( await stockOf( session, 'Q-0' ) ).toBe( 20 );
	expect( await stockOf( session, 'Q-295' ) ).toBe( 21 );
	expect( await stockOf( session, 'Q-60' ) ).toBe( 7 );
}

const BROKEN: [ string, Fault, string[], string[] ][] = [
	[ 'are ignored', { kind: 'filters_ignored' }, [ '50 ids' ], [] ],
	[
		'return other rows too',
		{ kind: 'extra_rows', rows: 3 },
		[ '50 ids', '10 ids' ],
		[],
	],
	[
		'use the first ten values only',
		{ kind: 'filter_cut', after: 10 },
		// The second check found ten of the other forty.
		[ '50 ids', '10 ids', '30 skus' ],
		[ '40 ids' ],
	],
	[ 'are refused', { kind: 'status', status: 400 }, [ '50 ids' ], [] ],
];

it.each( BROKEN )(
	'reads the full list when filters %s, and uses no filter for a day',
	async ( _, fault, tried, looks ) => {
		const { shop, keycrm } = session;
		const broken = keycrm.faults.add(
			fault,
			fault.kind === 'status' ? { next: 1 } : {}
		);
		const run = await sync( shop );
		expect( summaryOf( run ) ).toEqual( {
			status: 'succeeded',
			error: null,
			kind: 'whole',
			requests: tried.length + looks.length + 6,
		} );
		expect( looked( session ) ).toEqual( looks );
		expect( asked( session ) ).toEqual( [ ...tried, ...pages( 6 ) ] );
		await expectRight();

		keycrm.log.clear();
		await sync( shop );
		expect( asked( session ) ).toEqual( pages( 6 ) );
		keycrm.faults.remove( broken );
		await ageWholeRead( session, 24 );
		await sync( shop );
		expect( summaryOf( await sync( shop ) ).kind ).toBe( 'own' );
	}
);

const MATCHES: BehaviourPatch[ 'sku_match' ][] = [
	'exact',
	'ignore_case',
	'prefix',
	'partial',
];

it.each( MATCHES )(
	'uses only rows with exactly the SKU when filters compare by %s',
	async ( sku_match ) => {
		const { shop, keycrm } = session;
		keycrm.world.behave( { sku_match: sku_match ?? 'exact' } );
		keycrm.world.seed( {
			offers: [
				{ sku: 'abc', quantity: 30 },
				{ sku: 'ABC', quantity: 31 },
				{ sku: 'ABC-2', quantity: 32 },
				{ sku: 'X-ABC', quantity: 33 },
				{ sku: 'SOLO-2', quantity: 34 },
			],
		} );
		await alsoSell( [ 'ABC', 'SOLO' ] );
		const run = await sync( shop );
		expect( summaryOf( run ) ).toMatchObject( {
			error: null,
			kind: 'own',
		} );
		expect( asked( session ) ).toEqual( [ '50 ids', '10 ids', '2 skus' ] );
		expect( await stockOf( session, 'ABC' ) ).toBe( 31 );
		expect( await stockOf( session, 'SOLO' ) ).toBe( 1 );
		await expectRight();
	}
);

it( 'concludes nothing from the first page of an answer', async () => {
	const { shop, keycrm } = session;
	keycrm.world.behave( { sku_match: 'partial' } );
	keycrm.world.seed( { offers: [ { sku: 'LATE', quantity: 3 } ] } );
	// "Q" is part of every SKU of the account.
	await alsoSell( [ 'Q', 'LATE' ] );
	const run = await sync( shop );
	expect( summaryOf( run ) ).toMatchObject( { error: null, kind: 'own' } );
	expect( run.counts.not_in_keycrm ).toBe( 2 );
	await expectRight();
	await ageWholeRead( session, 24 );
	await sync( shop );
	expect( await stockOf( session, 'LATE' ) ).toBe( 3 );
} );

it( 'reads the full list once when an offer is gone', async () => {
	const { shop, keycrm } = session;
	const { catalogue } = keycrm.world;
	for ( const { id } of catalogue.offersOfSku( 'Q-60' ) ) {
		catalogue.removeOffer( id );
	}
	const run = await sync( shop );
	expect( summaryOf( run ).kind ).toBe( 'whole' );
	expect( run.counts.not_in_keycrm ).toBe( 1 );
	await expectRight();
	const next = await sync( shop );
	expect( summaryOf( next ).kind ).toBe( 'own' );
	expect( next.counts.not_in_keycrm ).toBe( 1 );
} );

it( 'finds a product that was made again in KeyCRM under the same SKU', async () => {
	const { shop, keycrm } = session;
	const { catalogue } = keycrm.world;
	for ( const { id } of catalogue.offersOfSku( 'Q-60' ) ) {
		catalogue.removeOffer( id );
	}
	keycrm.world.seed( { offers: [ { sku: 'Q-60', quantity: 8 } ] } );
	expect( ( await sync( shop ) ).counts.not_in_keycrm ).toBe( 0 );
	expect( await stockOf( session, 'Q-60' ) ).toBe( 8 );
} );

it( 'continues in the list of its own offers after a pause', async () => {
	const { shop, keycrm } = session;
	keycrm.faults.add( { kind: 'status', status: 502 }, { after: 1, next: 1 } );
	const run = await step( shop, ( await startRun( shop, 'sync' ) ).id );
	expect( run ).toMatchObject( {
		status: 'waiting',
		progress: { done: 1, total: 2, unit: 'requests' },
	} );
} );
