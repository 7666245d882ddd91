/** Tests what becomes of products that KeyCRM refuses, has by another name, or has by now. */
import { save, sync } from '../support/session';
import {
	ALL,
	confirm,
	create,
	DRESS,
	offerOf,
	offersOf,
	openCreateSession,
	plan,
	rowsOf,
} from './create';
import type { CreateSession } from './create';
import { describeReal } from './real-shop';

jest.setTimeout( 600_000 );

describeReal( 'a KeyCRM that refuses', () => {
	let session: CreateSession;

	beforeEach( async () => {
		session = await openCreateSession();
	} );
	afterEach( () => session.stop() );

	describe.each( [ 'named', 'unnamed' ] as const )(
		'a name that is taken, with fields %s in the refusal',
		( refused_fields ) => {
			beforeEach( () => {
				const { world } = session.keycrm;
				world.behave( { refused_fields } );
				world.seed( {
					offers: [
						{ name: 'Листівка', sku: 'OTHER-CARD' },
						{ name: 'Сукня', sku: 'OTHER-DRESS' },
					],
				} );
			} );

			it( 'gets the SKU', async () => {
				const { keycrm } = session;
				const run = await create( session );
				expect( run.counts ).toMatchObject( { created: 8, failed: 0 } );
				expect( offersOf( keycrm, ALL ) ).toEqual( ALL.map( () => 1 ) );
				expect( offerOf( keycrm, 'CARD' ).product.name ).toBe(
					'Листівка (CARD)'
				);
				expect( offerOf( keycrm, 'DRESS-S' ).product.name ).toBe(
					'Сукня (DRESS)'
				);
				const rows = await rowsOf( session, run );
				expect( rows.get( 'CARD' )?.reason ).toContain(
					'SKU was added'
				);
				expect( rows.get( 'DRESS-M' )?.reason ).toContain(
					'SKU was added'
				);
				expect( rows.get( 'CUP' )?.reason ).toBe( '' );
			} );

			it( 'is reported where the setting says so, and the others are created', async () => {
				const { keycrm, shop } = session;
				await save( shop, { create: { name_taken: 'report' } } );
				const run = await create( session );
				expect( run.counts ).toMatchObject( { created: 4, failed: 4 } );
				expect( offersOf( keycrm, [ 'CARD', ...DRESS ] ) ).toEqual( [
					0, 0, 0, 0,
				] );
				expect(
					offersOf( keycrm, [ 'CUP', 'MINE', 'COAT-M' ] )
				).toEqual( [ 1, 1, 1 ] );
				const rows = await rowsOf( session, run );
				for ( const sku of [ 'CARD', 'DRESS-L' ] ) {
					expect( rows.get( sku ) ).toMatchObject( {
						outcome: 'failed',
						reason: expect.stringContaining(
							'takes no second one'
						),
					} );
				}
			} );
		}
	);

	it( 'puts variations into a product of that name that was left empty', async () => {
		const { keycrm } = session;
		keycrm.world.seed( { offers: [ { name: 'Сукня', sku: null } ] } );
		await create( session );
		const { product } = offerOf( keycrm, 'DRESS-S' );
		expect( product.name ).toBe( 'Сукня' );
		expect( product.offers.map( ( { sku } ) => sku ).sort() ).toEqual(
			[ ...DRESS ].sort()
		);
	} );

	it( 'sends variations with a name where KeyCRM asks for one', async () => {
		const { keycrm } = session;
		keycrm.world.behave( { offer_name: 'required' } );
		const run = await create( session );
		expect( run.counts ).toMatchObject( { created: 8, failed: 0 } );
		const last = keycrm.log.of( 'POST /products/{id}/offers' ).at( -1 )
			?.body;
		expect( last ).toMatch( /Сукня Білий|Пальто M|\\u/ );
	} );

	it( 'names the row that KeyCRM refuses, and creates the others', async () => {
		const { keycrm } = session;
		const run = await plan( session );
		// Both halves are refused until one product stands alone.
		keycrm.faults.add(
			{ kind: 'status', status: 422, message: 'Bad barcode.' },
			{ endpoint: 'POST /products/import', next: 2 }
		);
		keycrm.faults.add(
			{ kind: 'status', status: 422, message: 'Bad barcode.' },
			{ endpoint: 'POST /products', next: 1 }
		);
		const done = await confirm( session, run );
		expect( done.counts ).toMatchObject( { created: 7, failed: 1 } );
		const failed = [ ...( await rowsOf( session, run ) ).values() ].filter(
			( { outcome } ) => outcome === 'failed'
		);
		expect( failed ).toHaveLength( 1 );
		expect( failed[ 0 ]?.reason ).toContain( '“Bad barcode.”' );
	} );

	it.each( [ 'prefix', 'partial', 'ignore_case' ] as const )(
		'compares SKUs exactly where KeyCRM’s filter matches by %s',
		async ( sku_match ) => {
			const { keycrm } = session;
			keycrm.world.behave( { sku_match, archived_in_offers: 'hidden' } );
			keycrm.world.seed( {
				offers: [ { sku: 'CUPBOARD' }, { sku: 'cup-2' } ],
			} );
			const run = await create( session );
			expect( run.counts ).toMatchObject( { created: 8 } );
			expect( offersOf( keycrm, [ ...ALL, 'OLD' ] ) ).toEqual(
				[ ...ALL, 'OLD' ].map( () => 1 )
			);
		}
	);

	it( 'does not create what has appeared there meanwhile, or has changed here', async () => {
		const { keycrm, shop, ids } = session;
		const run = await plan( session );
		keycrm.world.seed( { offers: [ { sku: 'CUP' }, { sku: 'DRESS-M' } ] } );
		await shop.php(
			`wp_trash_post( ${ ids[ 'CARD' ] } ); update_post_meta( ${ ids[ 'MINE' ] }, '_keycrm_stock_exclude', 'yes' ); return true;`
		);
		const done = await confirm( session, run );
		expect( done.counts ).toMatchObject( {
			created: 4,
			excluded: 1,
			failed: 1,
		} );
		expect(
			offersOf( keycrm, [ 'CUP', 'CARD', 'MINE', ...DRESS ] )
		).toEqual( [ 1, 0, 0, 1, 1, 1 ] );
		await sync( shop );
	} );
} );
