/** Tests “Sync this product” for a product with variations, and during other runs. */
import { bulkFill } from '../../support/fill/bulk-fill';
import { markSkus, refresh, waiting } from '../support/refresh';
import {
	idOf,
	openProductShop,
	requests,
	syncProduct,
} from '../support/product-sync';
import { NO_WAKE_UP } from '../support/webhooks';
import { current, drive, startRun, sync } from '../support/session';
import type { Session } from '../support/session';
import {
	asked,
	inKeyCrm,
	removeProducts,
	stockOf,
} from '../support/shops/small-shop';

const ROW = { price: 1, stock: 1, type: 'simple', parent: -1 } as const;

let session: Session;

/** Makes a variable product and its variations, all with 1 in stock. */
async function shirt( skus: readonly string[] ): Promise< number[] > {
	return bulkFill( session.shop, [
		{ ...ROW, sku: '', name: 'Shirt', type: 'variable', stock: null },
		...skus.map( ( sku ) => ( {
			...ROW,
			sku,
			name: sku,
			type: 'variation' as const,
			parent: 0,
		} ) ),
	] );
}

beforeAll( async () => {
	session = await openProductShop( { asleep: NO_WAKE_UP } );
	await sync( session.shop );
} );
afterAll( () => session.stop() );

beforeEach( () => {
	session.keycrm.log.clear();
	session.keycrm.faults.clear();
} );

describe( 'a variable product', () => {
	it( 'syncs its variations with one request, and gives the result of each', async () => {
		session.keycrm.world.seed( {
			offers: [
				{ sku: 'S', quantity: 4 },
				{ sku: 'M', quantity: 1 },
			],
		} );
		const ids = await shirt( [ 'S', 'M', 'L' ] );
		const answer = await syncProduct( session, ids[ 0 ] ?? 0 );
		expect( answer ).toMatchObject( {
			level: 'warning',
			summary:
				'Stock changed: 1. In sync already: 1. Left as they are: 1.',
			products: [
				{ sku: 'S', before: 1, after: 4, later: false },
				{ sku: 'M', outcome: 'unchanged' },
				{ sku: 'L', outcome: 'not_in_keycrm' },
			],
		} );
		expect( asked( session ) ).toEqual( [ '3 skus' ] );
		expect( requests( session ).length ).toBeLessThanOrEqual( 2 );
		session.keycrm.log.clear();
		inKeyCrm( session.keycrm, 'M', 6 );
		expect(
			( await syncProduct( session, ids[ 2 ] ?? 0 ) ).summary
		).toContain( 'Stock is now 6 (was 1).' );
		expect( asked( session ) ).toEqual( [ '1 ids' ] );
		await removeProducts( session, ids );
	} );

	it( 'leaves variations beyond one request to the refresh', async () => {
		const skus = Array.from(
			{ length: 60 },
			( _, place ) => `V-${ place }`
		);
		session.keycrm.world.seed( {
			offers: skus.map( ( sku ) => ( { sku, quantity: 2 } ) ),
		} );
		const ids = await shirt( skus );
		const answer = await syncProduct( session, ids[ 0 ] ?? 0 );
		expect( answer ).toMatchObject( {
			level: 'info',
			summary:
				'Stock changed: 50. In sync already: 0. Following by themselves within a few minutes: 10.',
		} );
		expect( answer.products.at( -1 ) ).toMatchObject( {
			later: true,
			after: 1,
			sentence: expect.stringContaining( 'was not asked for' ),
		} );
		expect( requests( session ) ).toHaveLength( 1 );
		expect( await waiting( session ) ).toBe( 10 );
		await refresh( session );
		expect( await stockOf( session, 'V-59' ) ).toBe( 2 );
		expect( await waiting( session ) ).toBe( 0 );
		await removeProducts( session, ids );
	} );
} );

describe( 'during a sync and a refresh', () => {
	it( 'all three complete, and the newest number stays', async () => {
		const { shop, keycrm } = session;
		const full = await startRun( shop, 'sync' );
		inKeyCrm( keycrm, 'Q-80', 2 );
		inKeyCrm( keycrm, 'Q-90', 3 );
		await markSkus( session, 'Q-90' );
		await shop.php( `global $wpdb;
			$services = new KeyCrmStock\\Services( $wpdb, WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract' );
			return $services->refresh->start_if_due()->id;` );
		expect(
			( await syncProduct( session, await idOf( session, 'Q-80' ) ) )
				.summary
		).toContain( 'Stock is now 2 (was 7).' );
		expect( ( await current( shop ) ).run?.id ).toBe( full.id );
		expect( await refresh( session ) ).toMatchObject( {
			status: 'succeeded',
			counts: { updated: 1 },
		} );
		expect( await drive( shop, full ) ).toMatchObject( {
			status: 'succeeded',
		} );
		expect( await stockOf( session, 'Q-80' ) ).toBe( 2 );
		expect( await stockOf( session, 'Q-90' ) ).toBe( 3 );
	} );

	it( 'two clicks at once sync once', async () => {
		inKeyCrm( session.keycrm, 'Q-80', 4 );
		const id = await idOf( session, 'Q-80' );
		const answers = await Promise.all( [
			syncProduct( session, id ),
			syncProduct( session, id ),
		] );
		expect(
			answers.filter( ( { summary } ) =>
				summary.startsWith( 'Stock is now 4' )
			)
		).toHaveLength( 1 );
		expect( await stockOf( session, 'Q-80' ) ).toBe( 4 );
	} );
} );
