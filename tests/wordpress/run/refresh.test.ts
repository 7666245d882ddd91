/** Tests a refresh: it reads only the offers that KeyCRM reports as changed, through the API, and writes them. */
import { runListSchema, runSchema } from '../../../src-admin/contract';
import { call, current, drive, save, startRun, sync } from '../support/session';
import type { Session } from '../support/session';
import {
	mark,
	markSkus,
	refresh,
	refreshes,
	waiting,
} from '../support/refresh';
import {
	asked,
	inKeyCrm,
	looked,
	openSmallShop,
	sell,
	removeProducts,
	stockOf,
} from '../support/shops/small-shop';

let session: Session;

beforeAll( async () => {
	session = await openSmallShop( 120, 12 );
} );
afterAll( () => session.stop() );

describe( 'before the first sync', () => {
	it( 'reads and writes nothing, and keeps the marks', async () => {
		await markSkus( session, 'Q-0' );
		expect( await refresh( session ) ).toBeUndefined();
		expect( await waiting( session ) ).toBe( 1 );
		expect( asked( session ) ).toEqual( [] );
	} );

	it( 'does not count a preview as a sync', async () => {
		await sync( session.shop, 'preview' );
		session.keycrm.log.clear();
		expect( await refresh( session ) ).toBeUndefined();
		expect( asked( session ) ).toEqual( [] );
		expect( await stockOf( session, 'Q-0' ) ).toBe( 1 );
	} );

	it( 'lets the next cron run read the marked offers after a sync', async () => {
		await save( session.shop, { guard: { min_products: 1000 } } );
		await sync( session.shop );
		session.keycrm.log.clear();
		expect( await refresh( session ) ).toMatchObject( {
			mode: 'refresh',
			lane: 'refresh',
			trigger: 'webhook',
			status: 'succeeded',
			counts: { updated: 0, unchanged: 1 },
		} );
		expect( await waiting( session ) ).toBe( 0 );
	} );
} );

describe( 'after the first sync', () => {
	beforeEach( () => {
		session.keycrm.log.clear();
		session.keycrm.faults.clear();
	} );

	it( 'takes one stock request for an offer, however often it was marked', async () => {
		inKeyCrm( session.keycrm, 'Q-10', 3 );
		for ( let times = 0; times < 5; times++ ) {
			await markSkus( session, 'Q-10' );
		}
		expect( await refresh( session ) ).toMatchObject( {
			status: 'succeeded',
			counts: { updated: 1, unchanged: 0 },
		} );
		expect( asked( session ) ).toEqual( [ '1 ids' ] );
		expect( await stockOf( session, 'Q-10' ) ).toBe( 3 );
	} );

	it( 'starts no run when nothing is marked', async () => {
		const before = ( await refreshes( session ) ).length;
		await refresh( session );
		expect( await refreshes( session ) ).toHaveLength( before );
		expect( session.keycrm.log.entries() ).toHaveLength( 0 );
	} );

	it( 'reads fifty offers with one request, and changes nothing for products that the shop does not sell', async () => {
		inKeyCrm( session.keycrm, 'Q-20', 4 );
		inKeyCrm( session.keycrm, 'Q-30', 5 );
		await markSkus(
			session,
			...Array.from( { length: 120 }, ( _, place ) => `Q-${ place }` )
		);
		expect( await refresh( session ) ).toMatchObject( {
			status: 'succeeded',
			counts: { updated: 2, unchanged: 10 },
		} );
		expect( asked( session ) ).toEqual( [ '50 ids', '50 ids', '20 ids' ] );
		expect( await stockOf( session, 'Q-20' ) ).toBe( 4 );
		expect( await stockOf( session, 'Q-30' ) ).toBe( 5 );
	} );

	it( 'asks for an SKU by its known offer ids, and for an unknown SKU by the SKU', async () => {
		inKeyCrm( session.keycrm, 'Q-10', 2 );
		session.keycrm.world.seed( {
			offers: [ { sku: 'NEW-1', quantity: 8 } ],
		} );
		const added = await sell( session, [ 'NEW-1' ] );
		await mark(
			session,
			{ sku: 'Q-10' },
			{ sku: 'NEW-1' },
			{ sku: 'a,b' }
		);
		expect( await refresh( session ) ).toMatchObject( {
			counts: { updated: 2 },
		} );
		expect( asked( session ) ).toEqual( [ '1 ids', '1 skus' ] );
		expect( await stockOf( session, 'Q-10' ) ).toBe( 2 );
		expect( await stockOf( session, 'NEW-1' ) ).toBe( 8 );
		expect( await waiting( session ) ).toBe( 0 );
		await removeProducts( session, added );
	} );

	it( 'asks once for an offer that KeyCRM does not have, then drops the mark', async () => {
		await mark( session, { offer_id: 987654 } );
		expect( await refresh( session ) ).toMatchObject( {
			status: 'succeeded',
			counts: { updated: 0 },
		} );
		expect( asked( session ) ).toEqual( [ '1 ids' ] );
		expect( looked( session ) ).toEqual( [ '1 ids' ] );
		expect( await waiting( session ) ).toBe( 0 );
	} );

	it( 'checks a second time a sold-out offer that the stock list leaves out', async () => {
		session.keycrm.world.behave( { zeros_in_stocks: 'left_out' } );
		inKeyCrm( session.keycrm, 'Q-40', 0 );
		await markSkus( session, 'Q-40' );
		expect( await refresh( session ) ).toMatchObject( {
			counts: { updated: 1 },
		} );
		expect( looked( session ) ).toEqual( [ '1 ids' ] );
		expect( await stockOf( session, 'Q-40' ) ).toBe( 0 );
		session.keycrm.world.behave( { zeros_in_stocks: 'listed' } );
	} );

	it( 'leaves alone two offers with one SKU, and two products with one SKU', async () => {
		session.keycrm.world.seed( {
			offers: [ { sku: 'Q-50', quantity: 1 } ],
		} );
		const [ twin = 0 ] = await sell( session, [ 'Q-60' ] );
		inKeyCrm( session.keycrm, 'Q-50', 2 );
		inKeyCrm( session.keycrm, 'Q-60', 2 );
		await markSkus( session, 'Q-50', 'Q-60' );
		expect( await refresh( session ) ).toMatchObject( {
			counts: {
				updated: 0,
				duplicate_in_keycrm: 1,
				duplicate_in_shop: 2,
			},
		} );
		await removeProducts( session, [ twin ] );
		await markSkus( session, 'Q-60' );
		expect( await refresh( session ) ).toMatchObject( {
			counts: { updated: 1 },
		} );
		expect( await stockOf( session, 'Q-60' ) ).toBe( 2 );
	} );

	it( 'finds a product whose SKU has unusual white space, once a sync has matched it', async () => {
		const [ id = 0 ] = await sell( session, [ 'Q-61' ] );
		await session.shop.php(
			`return update_post_meta( ${ id }, '_sku', "\\u{00A0}Q-61 " );`
		);
		await sync( session.shop );
		inKeyCrm( session.keycrm, 'Q-61', 5 );
		await markSkus( session, 'Q-61' );
		expect( await refresh( session ) ).toMatchObject( {
			counts: { updated: 1 },
		} );
		await removeProducts( session, [ id ] );
	} );

	it( 'can be undone like any run', async () => {
		inKeyCrm( session.keycrm, 'Q-70', 1 );
		await markSkus( session, 'Q-70' );
		const run = await refresh( session );
		expect( await stockOf( session, 'Q-70' ) ).toBe( 1 );
		const undo = runSchema.parse(
			await call( session.shop, 'POST', `/runs/${ run?.id }/undo` )
		);
		await drive( session.shop, undo );
		expect( await stockOf( session, 'Q-70' ) ).toBe( 7 );
		await sync( session.shop );
	} );
} );

describe( 'a refresh during a sync', () => {
	it( 'both complete, and the newest answer wins', async () => {
		const { shop, keycrm } = session;
		const full = await startRun( shop, 'sync' );
		inKeyCrm( keycrm, 'Q-80', 2 );
		await markSkus( session, 'Q-80' );
		expect( await refresh( session ) ).toMatchObject( {
			status: 'succeeded',
			counts: { updated: 1 },
		} );
		expect( await stockOf( session, 'Q-80' ) ).toBe( 2 );
		expect( ( await current( shop ) ).run?.id ).toBe( full.id );
		expect( await drive( shop, full ) ).toMatchObject( {
			status: 'succeeded',
		} );
		expect( await stockOf( session, 'Q-80' ) ).toBe( 2 );
	} );

	it( 'lists of syncs can leave refreshes out', async () => {
		const listed = async ( query: string ) =>
			runListSchema.parse(
				await call(
					session.shop,
					'GET',
					`/runs?per_page=100${ query }`
				)
			);
		const all = await listed( '' );
		const syncs = await listed( '&refreshes=false' );
		const count = all.items.filter(
			( { lane } ) => lane === 'refresh'
		).length;
		expect( count ).toBeGreaterThan( 0 );
		expect( syncs.items ).toEqual(
			all.items.filter( ( { lane } ) => lane !== 'refresh' )
		);
		expect( all.total - syncs.total ).toBe( count );
	} );

	it( 'its plan survives the clean-up after the sync', async () => {
		const { shop, keycrm } = session;
		inKeyCrm( keycrm, 'Q-90', 2 );
		await markSkus( session, 'Q-90' );
		await shop.php( `global $wpdb;
			$services = new KeyCrmStock\\Services( $wpdb, WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract' );
			$run = $services->refresh->start_if_due();
			return $run->id;` );
		const [ run ] = await refreshes( session );
		await shop.sql(
			`UPDATE wp_keycrm_stock_runs SET phase = 'write', \`cursor\` = '[]', saves = saves + 1 WHERE id = ${ run?.id }`
		);
		await shop.sql(
			`INSERT INTO wp_keycrm_stock_changes (run_id, product_id, outcome, planned_at) VALUES (${ run?.id }, 1, 'updated', 1)`
		);
		await sync( shop );
		expect(
			await shop.sql(
				`SELECT product_id FROM wp_keycrm_stock_changes WHERE run_id = ${ run?.id }`
			)
		).toEqual( [ { product_id: '1' } ] );
		await call( shop, 'DELETE', `/runs/${ run?.id }` );
	} );
} );
