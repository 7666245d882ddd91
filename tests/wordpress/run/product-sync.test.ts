/** Tests “Sync this product”: it sends at most two requests to KeyCRM, and answers at once with a sentence. */
import { runSchema } from '../../../src-admin/contract';
import { bulkFill } from '../../support/fill/bulk-fill';
import { markSkus, refresh } from '../support/refresh';
import {
	idOf,
	openProductShop,
	requests,
	runsOf,
	syncProduct,
} from '../support/product-sync';
import { call, drive, save, sync } from '../support/session';
import type { Session } from '../support/session';
import {
	asked,
	inKeyCrm,
	looked,
	removeProducts,
	sell,
	stockOf,
} from '../support/shops/small-shop';

const ROW = { price: 1, stock: 1, type: 'simple', parent: -1 } as const;

let session: Session;

beforeAll( async () => {
	session = await openProductShop();
} );
afterAll( () => session.stop() );

beforeEach( () => {
	session.keycrm.log.clear();
	session.keycrm.faults.clear();
} );

describe( 'before the first sync', () => {
	it( 'works, because a person has named the product', async () => {
		const id = await idOf( session, 'Q-110' );
		expect( await syncProduct( session, id ) ).toMatchObject( {
			product_id: id,
			level: 'success',
			summary:
				'Stock is now 7 (was 1). In KeyCRM: 7 in Основний = 7 for sale.',
			products: [
				{ sku: 'Q-110', before: 1, after: 7, outcome: 'updated' },
			],
		} );
		expect( asked( session ) ).toEqual( [ '1 skus' ] );
		expect( requests( session ) ).toHaveLength( 1 );
	} );
} );

describe( 'after the first sync', () => {
	beforeAll( async () => {
		await sync( session.shop );
	} );

	it( 'changes the stock, with one request', async () => {
		inKeyCrm( session.keycrm, 'Q-10', 5 );
		expect(
			( await syncProduct( session, await idOf( session, 'Q-10' ) ) )
				.summary
		).toBe(
			'Stock is now 5 (was 7). In KeyCRM: 5 in Основний = 5 for sale.'
		);
		expect( await stockOf( session, 'Q-10' ) ).toBe( 5 );
		expect( asked( session ) ).toEqual( [ '1 ids' ] );
		expect( requests( session ) ).toHaveLength( 1 );
	} );

	it( 'writes nothing and keeps no run when the stock was right already', async () => {
		const before = await runsOf( session );
		expect(
			await syncProduct( session, await idOf( session, 'Q-10' ) )
		).toMatchObject( {
			level: 'success',
			summary:
				'Stock was right already: 5. Nothing was changed. In KeyCRM: 5 in Основний = 5 for sale.',
			products: [ { outcome: 'unchanged', before: 5, after: 5 } ],
		} );
		expect( await runsOf( session ) ).toEqual( before );
	} );

	it( 'is a run in the log, and can be undone like any other', async () => {
		inKeyCrm( session.keycrm, 'Q-10', 9 );
		await syncProduct( session, await idOf( session, 'Q-10' ) );
		const [ run ] = await runsOf( session );
		expect( run ).toMatchObject( {
			mode: 'product',
			lane: 'hand',
			trigger: 'person',
			status: 'succeeded',
			counts: { updated: 1 },
		} );
		const undo = runSchema.parse(
			await call( session.shop, 'POST', `/runs/${ run?.id }/undo` )
		);
		await drive( session.shop, undo );
		expect( await stockOf( session, 'Q-10' ) ).toBe( 5 );
	} );

	it( 'checks a second time a sold-out product that the stock list leaves out', async () => {
		session.keycrm.world.behave( { zeros_in_stocks: 'left_out' } );
		inKeyCrm( session.keycrm, 'Q-20', 0 );
		expect(
			( await syncProduct( session, await idOf( session, 'Q-20' ) ) )
				.summary
		).toBe( 'Stock is now 0 (was 7). In KeyCRM: 0 for sale.' );
		expect( asked( session ) ).toEqual( [ '1 ids' ] );
		expect( looked( session ) ).toEqual( [ '1 ids' ] );
		session.keycrm.world.behave( { zeros_in_stocks: 'listed' } );
	} );

	it( 'finds a product that is new in the shop and in KeyCRM, by its SKU', async () => {
		session.keycrm.world.seed( {
			offers: [ { sku: 'NEW-1', quantity: 8 } ],
		} );
		const [ id = 0 ] = await sell( session, [ 'NEW-1' ] );
		expect( ( await syncProduct( session, id ) ).summary ).toContain(
			'Stock is now 8 (was 1).'
		);
		expect( asked( session ) ).toEqual( [ '1 skus' ] );
		await removeProducts( session, [ id ] );
	} );

	it( 'says that KeyCRM has no such SKU, after two requests', async () => {
		const [ id = 0 ] = await sell( session, [ 'NIX' ] );
		expect( await syncProduct( session, id ) ).toMatchObject( {
			level: 'warning',
			summary:
				'KeyCRM has no product with the SKU “NIX”, so the stock stays 1. Compare the spelling on both sides.',
			products: [ { outcome: 'not_in_keycrm', before: 1, after: 1 } ],
		} );
		expect( requests( session ) ).toEqual( [
			'GET /offers/stocks',
			'GET /offers',
		] );
		await removeProducts( session, [ id ] );
	} );

	it( 'does not use an older level as the answer', async () => {
		const { catalogue } = session.keycrm.world;
		const [ gone ] = catalogue.offersOfSku( 'Q-30' );
		catalogue.removeOffer( gone?.id ?? 0 );
		await session.shop.php(
			`return wc_update_product_stock( ${ await idOf(
				session,
				'Q-30'
			) }, 3 );`
		);
		expect(
			await syncProduct( session, await idOf( session, 'Q-30' ) )
		).toMatchObject( {
			level: 'warning',
			summary: expect.stringContaining(
				'KeyCRM had a product with the SKU “Q-30” before and did not show it now, so the stock stays 3.'
			),
		} );
		expect( await stockOf( session, 'Q-30' ) ).toBe( 3 );
		expect( requests( session ) ).toHaveLength( 2 );
	} );

	it( 'sends no request when the result is clear without KeyCRM', async () => {
		const [ out = 0, off = 0, bare = 0, odd = 0 ] = await bulkFill(
			session.shop,
			[
				{ ...ROW, sku: 'Q-41', name: 'Out' },
				{ ...ROW, sku: 'Q-42', name: 'Off', stock: null },
				{ ...ROW, sku: '', name: 'Bare' },
				{ ...ROW, sku: 'a,b', name: 'Odd' },
			]
		);
		await session.shop.php(
			`return update_post_meta( ${ out }, '_keycrm_stock_exclude', 'yes' );`
		);
		const summaries = await Promise.all(
			[ out, off, bare, odd ].map( ( id ) => syncProduct( session, id ) )
		);
		expect(
			summaries.map( ( { level, summary } ) => [ level, summary ] )
		).toEqual( [
			[
				'success',
				expect.stringContaining( 'leave this product alone' ),
			],
			[ 'warning', expect.stringContaining( 'Track stock quantity' ) ],
			[ 'warning', expect.stringContaining( 'no SKU' ) ],
			[ 'warning', expect.stringContaining( '“a,b” by itself' ) ],
		] );
		expect( requests( session ) ).toEqual( [] );
		await removeProducts( session, [ out, off, bare, odd ] );
	} );

	it( 'names a duplicate SKU in the shop or in KeyCRM', async () => {
		const [ twin = 0 ] = await sell( session, [ 'Q-50' ] );
		expect( ( await syncProduct( session, twin ) ).summary ).toContain(
			'Several products of the shop have this SKU'
		);
		await removeProducts( session, [ twin ] );
		session.keycrm.world.seed( {
			offers: [ { sku: 'NEW-2' }, { sku: 'NEW-2' } ],
		} );
		const [ id = 0 ] = await sell( session, [ 'NEW-2' ] );
		expect( ( await syncProduct( session, id ) ).summary ).toContain(
			'Several products in KeyCRM have this SKU'
		);
		await removeProducts( session, [ id ] );
	} );

	it( 'is not stopped by the guard, and does not count among the refreshes of its hour', async () => {
		await save( session.shop, {
			guard: { min_products: 0, max_zeroed_percent: 0 },
		} );
		inKeyCrm( session.keycrm, 'Q-60', 0 );
		expect(
			( await syncProduct( session, await idOf( session, 'Q-60' ) ) )
				.summary
		).toContain( 'Stock is now 0 (was 7).' );
		await save( session.shop, {
			guard: { min_products: 1, max_zeroed_percent: 0 },
		} );
		inKeyCrm( session.keycrm, 'Q-70', 0 );
		await markSkus( session, 'Q-70' );
		expect( await refresh( session ) ).toMatchObject( {
			status: 'succeeded',
		} );
		await save( session.shop, {
			guard: { min_products: 1000, max_zeroed_percent: 30 },
		} );
	} );
} );
