/** Tests that products which KeyCRM lacks are created there, after a person has seen the list. */
import { mismatchGroupsSchema } from '../../../src-admin/contract';
import { call, current, drive, startRun, sync } from '../support/session';
import {
	ALL,
	confirm,
	create,
	offerOf,
	offersOf,
	openCreateSession,
	plan,
	posts,
	rowsOf,
} from './create';
import type { CreateSession } from './create';
import { describeReal } from './real-shop';

jest.setTimeout( 300_000 );

describeReal( 'what KeyCRM lacks', () => {
	let session: CreateSession;

	beforeEach( async () => {
		session = await openCreateSession();
	} );
	afterEach( () => session.stop() );

	it( 'names first what would be created and what cannot be, and writes nothing', async () => {
		const { keycrm, shop, ids } = session;
		await shop.php(
			`update_post_meta( ${ ids[ 'MINE' ] }, '_keycrm_stock_exclude', 'yes' ); return true;`
		);
		const products = keycrm.world.catalogue.products.size;
		const run = await plan( session );
		expect( run ).toMatchObject( {
			mode: 'create_in_keycrm',
			lane: 'create',
			side: 'keycrm',
			counts: { created: 7, excluded: 1, duplicate_in_shop: 2 },
			guard: {
				changes: 7,
				reasons: [],
				sentences: expect.arrayContaining( [
					expect.stringContaining( '7 products would be created' ),
					expect.stringContaining( 'sets the shop’s quantity' ),
				] ),
			},
		} );
		const rows = await rowsOf( session, run );
		const told = ( sku: string ) => {
			const row = rows.get( sku );
			return [ row?.outcome, row?.reason ];
		};
		expect( rows.get( 'CUP' ) ).toMatchObject( {
			outcome: 'created',
			written_at: null,
			side: 'keycrm',
			creation: [
				{ label: 'Name', value: 'Чашка «Ранок» & блюдце' },
				{
					label: 'Price',
					value: expect.stringMatching( /^120[.,]50 / ),
				},
				{ label: 'Barcode', value: '4820000000017' },
				{
					label: 'Weight, kg',
					value: expect.stringMatching( /^0[.,]25$/ ),
				},
				{ label: 'Pictures', value: '8' },
				{ label: 'Category', value: 'Чашки' },
			],
		} );
		expect( rows.get( 'CARD' )?.creation.at( -1 )?.value ).toContain(
			'there is no category “Подарунки” there'
		);
		expect( rows.get( 'DRESS-M' )?.creation[ 1 ]?.value ).toBe(
			'Колір: Білий, Розмір: M'
		);
		expect( told( 'Без артикула' ) ).toEqual( [
			'not_in_keycrm',
			expect.stringContaining( 'no SKU' ),
		] );
		expect( told( 'TWIN' )[ 0 ] ).toBe( 'duplicate_in_shop' );
		expect( told( 'MINE' )[ 0 ] ).toBe( 'excluded' );
		for ( const [ sku, words ] of Object.entries( {
			'near-1': 'differs only a little',
			'A,B': 'comma',
			OLD: 'in its archive',
			HINT: 'KeyCRM’s own plugin',
			SET: 'Products of this type',
			DRESS: 'Products of this type',
		} ) ) {
			expect( told( sku ) ).toEqual( [
				'not_in_keycrm',
				expect.stringContaining( words ),
			] );
		}
		expect( posts( keycrm ) ).toEqual( [] );
		expect( keycrm.world.catalogue.products.size ).toBe( products );

		const gone = await call( shop, 'DELETE', `/runs/${ run.id }` );
		expect( gone ).toMatchObject( { status: 'cancelled' } );
		expect( posts( keycrm ) ).toEqual( [] );
	} );

	/** How long the list “Not in KeyCRM” is. */
	async function countMissing(): Promise< number > {
		const { groups } = mismatchGroupsSchema.parse(
			await call( session.shop, 'GET', '/unmatched/groups' )
		);
		return (
			groups.find( ( { group } ) => group === 'not_in_keycrm' )?.count ??
			0
		);
	}

	it( 'creates each of them once, with its fields', async () => {
		const { keycrm, shop } = session;
		const missing = await countMissing();
		const run = await create( session );
		expect( await countMissing() ).toBe( missing - ALL.length );
		expect( run ).toMatchObject( {
			status: 'succeeded',
			counts: { created: 8, failed: 0 },
			progress: { done: 0 },
		} );
		expect( offersOf( keycrm, ALL ) ).toEqual( ALL.map( () => 1 ) );
		const cup = offerOf( keycrm, 'CUP' );
		expect( cup ).toMatchObject( {
			price: 120.5,
			barcode: '4820000000017',
			properties: [],
		} );
		expect( cup.product ).toMatchObject( {
			name: 'Чашка «Ранок» & блюдце',
			category_id: 5,
			has_offers: false,
			measures: { weight: 0.25 },
			currency_code: expect.stringMatching( /^[A-Z]{3}$/ ),
		} );
		expect( cup.product.pictures ).toHaveLength( 6 );
		expect( cup.product.pictures[ 0 ] ).toMatch( /^http.*main\.jpg$/ );
		expect( offerOf( keycrm, 'CARD' ).product.category_id ).toBeNull();

		const dress = offerOf( keycrm, 'DRESS-M' );
		expect( dress ).toMatchObject( {
			price: 250.5,
			properties: [
				{ name: 'Колір', value: 'Білий' },
				{ name: 'Розмір', value: 'M' },
			],
		} );
		expect( dress.product ).toMatchObject( {
			name: 'Сукня',
			has_offers: true,
		} );
		expect( dress.product.offers.map( ( { sku } ) => sku ).sort() ).toEqual(
			[ 'DRESS-L', 'DRESS-M', 'DRESS-S' ]
		);
		// The product that has COAT-S already gets the others.
		expect(
			[ 'COAT-S', 'COAT-M', 'COAT-L' ].map(
				( sku ) => offerOf( keycrm, sku ).product.id
			)
		).toEqual( [ 1331, 1331, 1331 ] );
		// A variable product's own SKU is never sent.
		expect(
			offersOf( keycrm, [ 'DRESS', 'COAT', 'SET', 'TWIN' ] )
		).toEqual( [ 0, 0, 0, 0 ] );
		expect( posts( keycrm ).sort() ).toEqual( [
			'POST /products',
			'POST /products/import',
			'POST /products/{id}/offers',
			'POST /products/{id}/offers',
		] );

		const rows = await rowsOf( session, run );
		expect( rows.get( 'DRESS-L' ) ).toMatchObject( {
			outcome: 'created',
			reason: '',
			written_at: expect.any( String ),
		} );
		const waiting = await shop.sql(
			'SELECT offer_id FROM wp_keycrm_stock_dirty WHERE order_id = 0'
		);
		expect( waiting ).toHaveLength( 8 );
	} );

	it( 'creates nothing a second time', async () => {
		const { keycrm, shop } = session;
		await create( session );
		const before = posts( keycrm ).length;
		const { id } = await plannedAgain();
		const again = await call( shop, 'GET', `/runs/${ id }` );
		expect( again ).toMatchObject( {
			status: 'succeeded',
			counts: { created: 0, unchanged: 0 },
		} );
		expect( posts( keycrm ) ).toHaveLength( before );
		await sync( shop );
		expect( await plannedAgain() ).toMatchObject( {
			status: 'succeeded',
			counts: { created: 0, unchanged: 0 },
		} );
	} );

	/** Nothing is left to create, so the run ends without a question. */
	async function plannedAgain() {
		return sync( session.shop, 'create_in_keycrm' );
	}

	it( 'asks KeyCRM once more before it offers to create anything', async () => {
		session.keycrm.world.seed( { offers: [ { sku: 'CUP' } ] } );
		const run = await plan( session );
		expect( run.counts ).toMatchObject( { created: 7, unchanged: 1 } );
		expect(
			( await rowsOf( session, run ) ).get( 'CUP' )?.reason
		).toContain( 'by now' );
	} );

	it( 'goes on beside a sync, and a sync leaves its list alone', async () => {
		const { shop, keycrm } = session;
		const begun = await startRun( shop, 'create_in_keycrm' );
		// The screen drives what it is shown.
		expect( await current( shop ) ).toMatchObject( {
			run: { id: begun.id, status: 'running' },
			facts: { headline: expect.anything() },
		} );
		const run = await drive( shop, begun );
		expect( await sync( shop ) ).toMatchObject( { status: 'succeeded' } );
		expect( await call( shop, 'GET', `/runs/${ run.id }` ) ).toMatchObject(
			{
				status: 'needs_confirmation',
				fresh: true,
			}
		);
		expect( await call( shop, 'GET', '/runs/current' ) ).toMatchObject( {
			run: { mode: 'sync', status: 'succeeded' },
		} );
		// A newer list takes the place of an older one.
		const newer = await plan( session );
		expect( await call( shop, 'GET', `/runs/${ run.id }` ) ).toMatchObject(
			{
				status: 'cancelled',
				error: { code: 'superseded' },
			}
		);
		expect( await confirm( session, newer ) ).toMatchObject( {
			status: 'succeeded',
		} );
		expect( offersOf( keycrm, ALL ) ).toEqual( ALL.map( () => 1 ) );
	} );

	it( 'says so where the shop was not compared yet', async () => {
		const { shop } = session;
		await shop.sql( 'DELETE FROM wp_keycrm_stock_runs' );
		expect( await sync( shop, 'create_in_keycrm' ) ).toMatchObject( {
			status: 'failed',
			error: { code: 'not_compared' },
		} );
	} );

	it( 'lets nobody but a shop manager start or confirm it', async () => {
		const { shop, keycrm } = session;
		const run = await plan( session );
		for ( const as of [ 'customer', undefined ] as const ) {
			for ( const [ path, body ] of [
				[ '/runs', { mode: 'create_in_keycrm' } ],
				[ `/runs/${ run.id }/confirm`, undefined ],
			] as const ) {
				const answer = await shop.request(
					`/wp-json/keycrm-stock/v1${ path }`,
					{
						method: 'POST',
						...( as && { as } ),
						...( body && { body } ),
					}
				);
				expect( [ 401, 403 ] ).toContain( answer.status );
			}
		}
		expect( posts( keycrm ) ).toEqual( [] );
	} );
} );
