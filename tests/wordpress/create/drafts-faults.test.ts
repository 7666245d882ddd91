/** Tests drafts while KeyCRM fails, leaves sold-out offers out of its list, or says nothing of a stock. */
import type { Fault, Scope } from '../../support/keycrm-server';
import type { Session } from '../support/session';
import { save } from '../support/session';
import { confirm, plan, rowsOf } from './create';
import {
	countProducts,
	DRAFTS,
	draftsOf,
	openDraftSession,
	servePictures,
} from './drafts';
import type { Pictures } from './drafts';
import { describeReal } from './real-shop';

jest.setTimeout( 600_000 );

describeReal( 'a KeyCRM that fails', () => {
	let session: Session;
	let pictures: Pictures;

	beforeAll( async () => {
		pictures = await servePictures();
	} );
	beforeEach( async () => {
		session = await openDraftSession( pictures );
	} );
	afterEach( () => session.stop() );
	afterAll( () => pictures.stop() );

	const stocks = async () =>
		( await draftsOf( session ) ).map(
			( { sku, stock } ) => `${ sku } ${ stock }`
		);

	const RIGHT = [
		'LAMP 7',
		'CANDLE 4',
		'SOCK-S 10',
		'SOCK-M 11',
		'SOCK-L 12',
		'KIT-A 1',
		'KIT-B 1',
	];

	it.each< [ string, Fault, Scope ] >( [
		[
			'a 502',
			{ kind: 'status', status: 502 },
			{ endpoint: 'GET /offers', next: 1 },
		],
		[
			'a 502 for stocks',
			{ kind: 'status', status: 502 },
			{ endpoint: 'GET /offers/stocks', next: 1 },
		],
		[
			'a 429',
			{ kind: 'rate_limited' },
			{ endpoint: 'GET /offers/stocks', next: 1 },
		],
		[
			'a cut answer',
			{ kind: 'body', change: 'truncated' },
			{ endpoint: 'GET /offers', next: 1 },
		],
		[
			'pages of two rows',
			{ kind: 'per_page', rows: 2 },
			{ endpoint: 'GET /offers' },
		],
	] )( 'makes each once after %s', async ( _what, fault, scope ) => {
		const before = await countProducts( session );
		const run = await plan( session, 'create_in_shop' );
		session.keycrm.faults.add( fault, scope );
		expect( await confirm( session, run ) ).toMatchObject( {
			status: 'succeeded',
			counts: { created: DRAFTS.length },
		} );
		expect( await stocks() ).toEqual( RIGHT );
		expect( await countProducts( session ) ).toBe( before + 8 );
	} );

	it( 'makes a sold-out product with 0, where KeyCRM’s stock list leaves it out', async () => {
		const { keycrm } = session;
		const run = await plan( session, 'create_in_shop' );
		keycrm.world.behave( { zeros_in_stocks: 'left_out' } );
		for ( const offer of keycrm.world.catalogue.offersOfSku( 'CANDLE' ) ) {
			keycrm.world.stock.set( offer, 1, 0, 'manual' );
		}
		const done = await confirm( session, run );
		expect( done.counts.created ).toBe( DRAFTS.length );
		expect( await stocks() ).toContain( 'CANDLE 0' );
		expect( ( await rowsOf( session, run ) ).get( 'CANDLE' )?.reason ).toBe(
			''
		);
	} );

	it( 'makes a draft with 0, and says so, where KeyCRM does not tell its stock', async () => {
		const { keycrm } = session;
		const run = await plan( session, 'create_in_shop' );
		keycrm.faults.add(
			{ kind: 'row_fields', set: { quantity: 'many' } },
			{ endpoint: 'GET /offers/stocks' }
		);
		const done = await confirm( session, run );
		expect( done.counts.created ).toBe( DRAFTS.length );
		expect( await stocks() ).toContain( 'LAMP 0' );
		expect(
			( await rowsOf( session, run ) ).get( 'LAMP' )?.reason
		).toContain( '0 until the next sync' );
	} );

	it( 'counts the chosen warehouses only', async () => {
		const { shop, keycrm } = session;
		keycrm.world.seed( {
			warehouses: [ { id: 2, name: 'Магазин' } ],
			offers: [],
		} );
		for ( const offer of keycrm.world.catalogue.offersOfSku( 'CANDLE' ) ) {
			keycrm.world.stock.set( offer, 2, 30, 'manual' );
		}
		await save( shop, { warehouse_ids: [ 2 ] } );
		await confirm( session, await plan( session, 'create_in_shop' ) );
		expect( await stocks() ).toContain( 'CANDLE 30' );
		expect( await stocks() ).toContain( 'LAMP 0' );
	} );
} );
