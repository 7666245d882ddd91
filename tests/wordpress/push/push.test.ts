/** Tests the direction shop → KeyCRM: a comparison of everything, and each change of stock by itself. */
import { STATUS } from '../../support/keycrm-server';
import { refresh, refreshes, waiting } from '../support/refresh';
import { save, startRun, stockBySku, sync } from '../support/session';
import type { Session } from '../support/session';
import {
	changesOf,
	confirmed,
	lead,
	notThere,
	push,
	sent,
	setStock,
	writes,
} from '../support/push';
import {
	ownStockWrites,
	WATCH_OWN_WRITES,
} from '../support/recorders/own-stock-writes';
import { openSmallShop, inKeyCrm } from '../support/shops/small-shop';
import { NO_WAKE_UP } from '../support/webhooks';

const SOLD = 30;

let session: Session;

beforeAll( async () => {
	session = await openSmallShop( 60, SOLD, {
		'no-wake-up.php': NO_WAKE_UP,
		'own-stock-writes.php': WATCH_OWN_WRITES,
	} );
} );
afterAll( () => session.stop() );
afterEach( () => expect( ownStockWrites( session ) ).toEqual( [] ) );

describe( 'the first sync in the new direction', () => {
	it( 'asks for a warehouse first', async () => {
		await save( session.shop, { direction: 'shop_to_keycrm' } );
		await expect( startRun( session.shop, 'sync' ) ).rejects.toThrow(
			'no_push_warehouse'
		);
		expect( writes( session ) ).toEqual( [] );
	} );

	it( 'shows in a preview what KeyCRM would get, and sends nothing', async () => {
		await save( session.shop, { push_warehouse_id: 1 } );
		const preview = await sync( session.shop, 'preview' );
		expect( preview ).toMatchObject( {
			status: 'succeeded',
			side: 'keycrm',
			counts: { updated: SOLD },
		} );
		const [ change ] = await changesOf( session, preview );
		expect( change ).toMatchObject( {
			side: 'keycrm',
			before: 7,
			after: 1,
			parts: null,
			written_at: null,
			pushed: [
				{
					warehouse_id: 1,
					available: 1,
					reserve: 0,
					quantity: 1,
					present: 7,
				},
			],
		} );
		expect( writes( session ) ).toEqual( [] );
	} );

	it( 'stops before it sends anything, and goes on once a person has looked', async () => {
		const stopped = await sync( session.shop );
		expect( stopped.status ).toBe( 'needs_confirmation' );
		expect( stopped.guard?.reasons[ 0 ] ).toBe( 'new_direction' );
		expect( writes( session ) ).toEqual( [] );
		const run = await confirmed( session, stopped );
		expect( run ).toMatchObject( {
			status: 'succeeded',
			counts: { updated: SOLD },
		} );
		expect( await notThere( session ) ).toEqual( [] );
		expect( sent( session ) ).toHaveLength( 1 );
	} );

	it( 'leaves the shop’s own numbers alone', async () => {
		expect(
			new Set( ( await stockBySku( session.shop ) ).values() )
		).toEqual( new Set( [ 1 ] ) );
	} );
} );

describe( 'a sync after it', () => {
	it( 'sends nothing if nothing has changed', async () => {
		session.keycrm.log.clear();
		expect( await push( session ) ).toMatchObject( {
			status: 'succeeded',
			counts: { updated: 0, unchanged: SOLD },
		} );
		expect( writes( session ) ).toEqual( [] );
	} );

	it( 'brings back what somebody has changed in KeyCRM', async () => {
		inKeyCrm( session.keycrm, 'Q-2', 55 );
		const run = await push( session );
		expect( run.counts.updated ).toBe( 1 );
		expect( await notThere( session ) ).toEqual( [] );
	} );

	it( 'adds what KeyCRM has reserved', async () => {
		session.keycrm.world.orders.create( {
			status_id: STATUS.agreed,
			products: [ { sku: 'Q-4', quantity: 3 } ],
		} );
		await setStock( session, 'Q-4', 9 );
		session.keycrm.log.clear();
		const run = await push( session );
		expect( run.counts.updated ).toBe( 1 );
		expect( sent( session )[ 0 ]?.stocks ).toMatchObject( [
			{ quantity: 12 },
		] );
		expect( await notThere( session ) ).toEqual( [] );
	} );
} );

describe( 'a change of stock in the shop', () => {
	it( 'waits in the queue, and one request for all brings it to KeyCRM', async () => {
		for ( const [ place, sku ] of [ 'Q-6', 'Q-8', 'Q-10' ].entries() ) {
			await setStock( session, sku, 20 + place );
		}
		expect( await waiting( session ) ).toBeGreaterThanOrEqual( 3 );
		session.keycrm.log.clear();
		const run = await refresh( session );
		expect( run ).toMatchObject( {
			status: 'succeeded',
			side: 'keycrm',
			mode: 'refresh',
			counts: { updated: 3 },
		} );
		expect( session.keycrm.log.counts() ).toEqual( {
			'GET /offers/stocks': 2,
			'PUT /offers/stocks': 1,
		} );
		expect( await waiting( session ) ).toBe( 0 );
		expect( await notThere( session ) ).toEqual( [] );
	} );

	it( 'that is undone before it was sent costs no write', async () => {
		await setStock( session, 'Q-6', 5 );
		await setStock( session, 'Q-6', 20 );
		session.keycrm.log.clear();
		await refresh( session );
		expect( writes( session ) ).toEqual( [] );
	} );

	it( 'below 0 is sent as 0', async () => {
		await session.shop.php(
			`$product = wc_get_product( wc_get_product_id_by_sku( 'Q-12' ) ); $product->set_backorders( 'yes' ); $product->set_stock_quantity( -4 ); return $product->save();`
		);
		await refresh( session );
		expect( sent( session ).at( -1 )?.stocks ).toMatchObject( [
			{ quantity: 0 },
		] );
		expect( await notThere( session ) ).toEqual( [] );
	} );
} );

describe( 'the way back to KeyCRM', () => {
	it( 'cancels what waits, asks again, and writes the shop only after that', async () => {
		await setStock( session, 'Q-16', 44 );
		await save( session.shop, { direction: 'keycrm_to_shop' } );
		expect( await waiting( session ) ).toBe( 0 );
		session.keycrm.log.clear();
		inKeyCrm( session.keycrm, 'Q-16', 3 );
		const stopped = await sync( session.shop );
		expect( stopped ).toMatchObject( {
			status: 'needs_confirmation',
			side: 'shop',
			guard: { reasons: [ 'new_direction' ] },
		} );
		expect( ( await stockBySku( session.shop ) ).get( 'Q-16' ) ).toBe( 44 );
		await confirmed( session, stopped );
		expect( ( await stockBySku( session.shop ) ).get( 'Q-16' ) ).toBe( 3 );
		expect( writes( session ) ).toEqual( [] );
		expect( await refreshes( session ) ).not.toHaveLength( 0 );
	} );
} );

it( 'leads again with the same test helpers', async () => {
	expect( ( await lead( session ) ).status ).toBe( 'succeeded' );
	expect( await notThere( session ) ).toEqual( [] );
} );
