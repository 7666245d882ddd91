/** Tests that products which only KeyCRM has become drafts, with the right stock quantity from the first moment. */
import {
	call,
	drive,
	save,
	startRun,
	stockBySku,
	sync,
} from '../support/session';
import type { Session } from '../support/session';
import { mismatchGroupsSchema } from '../../../src-admin/contract';
import { confirm, plan, posts, rowsOf } from './create';
import {
	countProducts,
	DRAFTS,
	draftsOf,
	openDraftSession,
	servePictures,
} from './drafts';
import type { Pictures } from './drafts';
import { describeReal } from './real-shop';

jest.setTimeout( 300_000 );

describeReal( 'what the shop lacks', () => {
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

	/** What the list of mismatches offers to create. */
	async function offered( shop: Session[ 'shop' ] ) {
		const { groups } = mismatchGroupsSchema.parse(
			await call( shop, 'GET', '/unmatched/groups' )
		);
		return groups.flatMap( ( { create } ) => create?.mode ?? [] );
	}

	const planDrafts = () => plan( session, 'create_in_shop' );

	it( 'names first what would be created and what cannot be, and writes nothing', async () => {
		const { shop, keycrm } = session;
		const before = await countProducts( session );
		const run = await planDrafts();
		expect( run ).toMatchObject( {
			mode: 'create_in_shop',
			lane: 'create',
			side: 'shop',
			counts: { created: 7, duplicate_in_keycrm: 2, failed: 4 },
			guard: {
				changes: 7,
				sentences: expect.arrayContaining( [
					expect.stringContaining( '7 products would be created' ),
					expect.stringContaining( 'publish it yourself' ),
				] ),
			},
		} );
		const rows = await rowsOf( session, run );
		expect( rows.get( 'LAMP' ) ).toMatchObject( {
			product_id: 0,
			product_name: 'Лампа',
			outcome: 'created',
			edit_url: '',
			written_at: null,
			creation: expect.arrayContaining( [
				{ label: 'Barcode', value: '4820000000024' },
				{ label: 'Category', value: 'Світло' },
			] ),
		} );
		expect( rows.get( 'SOCK-M' )?.creation[ 1 ] ).toEqual( {
			label: 'Variation',
			value: 'Колір: синій, Розмір: M',
		} );
		expect( rows.get( 'KIT-A' )?.product_name ).toBe( 'Набір (KIT-A)' );
		expect( rows.get( 'COAT-XL' )?.reason ).toContain( 'other variants' );
		expect( rows.get( 'known-2' )?.reason ).toContain(
			'differs only a little'
		);
		expect( rows.get( 'TWIN' )?.outcome ).toBe( 'duplicate_in_keycrm' );
		expect( await countProducts( session ) ).toBe( before );
		await call( shop, 'DELETE', `/runs/${ run.id }` );
		expect( await countProducts( session ) ).toBe( before );
		expect( posts( keycrm ) ).toEqual( [] );
	} );

	it( 'creates drafts with their words and their stock quantity', async () => {
		const { keycrm, shop } = session;
		const before = await countProducts( session );
		const run = await confirm( session, await planDrafts() );
		expect( run ).toMatchObject( {
			status: 'succeeded',
			counts: { created: 7, failed: 4 },
		} );
		const drafts = await draftsOf( session );
		expect( drafts.map( ( { sku } ) => sku ) ).toEqual( DRAFTS );
		const bySku = new Map( drafts.map( ( one ) => [ one.sku, one ] ) );
		expect( bySku.get( 'LAMP' ) ).toMatchObject( {
			type: 'simple',
			name: 'Лампа',
			status: 'draft',
			price: '450.5',
			barcode: '4820000000024',
			weight: '1200',
			managed: true,
			// 12 in stock, 3 reserved, 2 kept back in this category.
			stock: 7,
			stock_status: 'instock',
			categories: [ 'Світло' ],
			picture: true,
		} );
		expect( bySku.get( 'CANDLE' ) ).toMatchObject( {
			stock: 4,
			picture: false,
		} );
		expect( bySku.get( 'CANDLE' )?.categories ).not.toContain( 'Одяг' );
		expect( bySku.get( 'SOCK-L' ) ).toMatchObject( {
			type: 'variation',
			parent_name: 'Шкарпетки',
			parent_status: 'draft',
			price: '62',
			stock: 12,
			attributes: [ 'Колір=синій', 'Розмір=L' ],
		} );
		expect(
			new Set(
				[ 'SOCK-S', 'SOCK-M', 'SOCK-L' ].map(
					( sku ) => bySku.get( sku )?.parent
				)
			).size
		).toBe( 1 );
		expect( bySku.get( 'KIT-B' ) ).toMatchObject( {
			type: 'simple',
			name: 'Набір (KIT-B)',
			stock: 1,
		} );
		// Six products and three variations.
		expect( await countProducts( session ) ).toBe( before + 5 + 3 );

		const rows = await rowsOf( session, run );
		expect( rows.get( 'LAMP' ) ).toMatchObject( {
			product_id: bySku.get( 'LAMP' )?.id,
			after: 7,
			outcome: 'created',
			written_at: expect.any( String ),
			edit_url: expect.stringContaining( 'post.php' ),
		} );
		expect( rows.get( 'CANDLE' )?.creation ).toContainEqual( {
			label: 'Pictures',
			value: 'none, because the picture could not be fetched',
		} );
		expect( rows.get( 'LAMP' )?.creation ).toContainEqual( {
			label: 'Pictures',
			value: '1',
		} );
		// A sync finds nothing to change, and the list is empty.
		expect( await sync( shop ) ).toMatchObject( {
			counts: { updated: 0 },
		} );
		expect(
			await drive( shop, await startRun( shop, 'create_in_shop' ) )
		).toMatchObject( {
			status: 'succeeded',
			counts: { created: 0 },
		} );
		expect( posts( keycrm ) ).toEqual( [] );
	} );

	it( 'writes the number of the moment, not of the list', async () => {
		const { keycrm, shop } = session;
		const run = await planDrafts();
		for ( const offer of keycrm.world.catalogue.offersOfSku( 'LAMP' ) ) {
			keycrm.world.stock.set( offer, 1, 20, 'manual' );
		}
		await confirm( session, run );
		expect( ( await stockBySku( shop ) ).get( 'LAMP' ) ).toBe( 15 );
	} );

	it( 'leaves a product alone that was made here meanwhile, or archived there', async () => {
		const { shop, keycrm } = session;
		const run = await planDrafts();
		await shop.php(
			"$one = new WC_Product_Simple(); $one->set_sku( 'LAMP' ); $one->set_name( 'By hand' ); return $one->save();"
		);
		for ( const offer of keycrm.world.catalogue.offersOfSku( 'CANDLE' ) ) {
			offer.is_archived = true;
		}
		const done = await confirm( session, run );
		expect( done.counts ).toMatchObject( {
			created: 5,
			unchanged: 1,
			failed: 5,
		} );
		expect(
			( await draftsOf( session, [ 'LAMP', 'CANDLE' ] ) ).map(
				( { name } ) => name
			)
		).toEqual( [ 'By hand' ] );
	} );

	it( 'creates a draft without a barcode that another product has, and says so', async () => {
		const { shop } = session;
		await shop.php(
			"$one = new WC_Product_Simple(); $one->set_global_unique_id( '4820000000024' ); $one->set_name( 'Other' ); return $one->save();"
		);
		const run = await confirm( session, await planDrafts() );
		expect( run.counts.created ).toBe( 7 );
		expect(
			( await rowsOf( session, run ) ).get( 'LAMP' )?.creation
		).toContainEqual( {
			label: 'Barcode',
			value: 'none, because WooCommerce does not take 4820000000024',
		} );
		expect( ( await draftsOf( session, [ 'LAMP' ] ) )[ 0 ] ).toMatchObject(
			{
				barcode: '',
				stock: 7,
			}
		);
	} );

	it( 'is refused while the shop keeps the stock that counts', async () => {
		const { shop } = session;
		const before = await countProducts( session );
		const run = await planDrafts();
		expect( await offered( shop ) ).toEqual( [
			'create_in_keycrm',
			'create_in_shop',
		] );
		await save( shop, {
			direction: 'shop_to_keycrm',
			push_warehouse_id: 1,
		} );
		expect( await offered( shop ) ).toEqual( [ 'create_in_keycrm' ] );
		for ( const [ path, body ] of [
			[ '/runs', { mode: 'create_in_shop' } ],
			[ `/runs/${ run.id }/confirm`, undefined ],
		] as const ) {
			const answer = await shop.request(
				`/wp-json/keycrm-stock/v1${ path }`,
				{
					method: 'POST',
					as: 'shop_manager',
					...( body && { body } ),
				}
			);
			expect( answer.status ).toBeGreaterThanOrEqual( 400 );
			expect( answer.text ).toContain( 'message' );
		}
		expect( await countProducts( session ) ).toBe( before );
	} );

	it( 'lets nobody but a shop manager start or confirm it', async () => {
		const { shop } = session;
		const before = await countProducts( session );
		const run = await planDrafts();
		for ( const as of [ 'customer', undefined ] as const ) {
			for ( const [ path, body ] of [
				[ '/runs', { mode: 'create_in_shop' } ],
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
		expect( await countProducts( session ) ).toBe( before );
	} );
} );
