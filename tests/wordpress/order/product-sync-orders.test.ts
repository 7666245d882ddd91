/**
 * Tests “Sync this product” while the shop has open orders: nothing sold is offered again, and two requests
 * are enough.
 */
import { STATUS } from '../../support/keycrm-server';
import { openOrdersSession } from '../support/orders/orders-session';
import type { OrdersSession } from '../support/orders/orders-session';
import { onOrder, setInKeyCrm } from '../support/orders/orders';
import { requests, syncProduct } from '../support/product-sync';
import { refresh, waiting } from '../support/refresh';
import { NO_WAKE_UP } from '../support/webhooks';

const SOURCE = 1;
const LEVELS_LAST = [ 'GET /order', 'GET /offers/stocks' ];
const ORDERS_LAST = [ 'GET /offers/stocks', 'GET /order' ];

let session: OrdersSession;

beforeAll( async () => {
	session = await openOrdersSession( true, { asleep: NO_WAKE_UP } );
} );
afterAll( () => session.stop() );

/** Puts the shop's order into KeyCRM, where it reserves its pieces. */
function arrive( id: number, quantity: number ): number {
	const { orders } = session.keycrm.world;
	const crm = orders.create( {
		source_id: SOURCE,
		source_uuid: String( id ),
		products: [ { sku: 'CAP', quantity } ],
	} );
	orders.setStatus( crm, STATUS.agreed );
	return crm;
}

const syncCap = async () => {
	session.keycrm.log.clear();
	return ( await syncProduct( session, session.goods.cap ) ).summary;
};

describe( 'when KeyCRM is asked which orders it counts', () => {
	beforeEach( async () => {
		setInKeyCrm( session.keycrm, 'CAP', 10 );
		await session.startAnew();
		await session.hold( { mode: 'keycrm_orders', source_id: SOURCE } );
		await session.syncs();
		session.keycrm.faults.clear();
	} );

	it( 'an order that was not sent yet stays subtracted', async () => {
		const id = await session.buy( session.goods.cap, 2 );
		expect( await syncCap() ).toMatch(
			new RegExp( `Stock was right already: 8\\. .*−2 .*#${ id }` )
		);
		expect( requests( session ) ).toEqual( LEVELS_LAST );
		expect( await session.stock() ).toBe( 8 );
	} );

	it( 'an order that has since arrived in KeyCRM is not subtracted twice', async () => {
		arrive( await session.buy( session.goods.cap, 2 ), 2 );
		expect( await syncCap() ).toContain( 'Stock was right already: 8.' );
		expect( requests( session ) ).toEqual( LEVELS_LAST );
		expect( await session.stock() ).toBe( 8 );
	} );

	it( 'a number rises despite a counted order, once the orders were read after the level', async () => {
		arrive( await session.buy( session.goods.cap, 2 ), 2 );
		await session.syncs();
		setInKeyCrm( session.keycrm, 'CAP', 15 );
		expect( await syncCap() ).toContain( 'Stock is now 13 (was 8).' );
		expect( requests( session ) ).toEqual( ORDERS_LAST );
	} );

	it( 'an order that KeyCRM has released stays subtracted, whatever the level says', async () => {
		const crm = arrive( await session.buy( session.goods.cap, 2 ), 2 );
		await session.syncs();
		session.keycrm.world.orders.remove( crm );
		await syncCap();
		expect( await session.stock() ).toBe( 8 );
		expect( requests( session ).length ).toBeLessThanOrEqual( 2 );
	} );

	it( 'a number that two requests cannot settle is left to the refresh', async () => {
		arrive( await session.buy( session.goods.cap, 2 ), 2 );
		await session.syncs();
		await session.buy( session.goods.cap, 1 );
		setInKeyCrm( session.keycrm, 'CAP', 15 );
		expect( await syncCap() ).toContain(
			'Stock stays 7 for the moment, and KeyCRM has 12 for sale.'
		);
		expect( requests( session ) ).toEqual( LEVELS_LAST );
		expect( await waiting( session ) ).toBe( 1 );
		await refresh( session );
		expect( await session.stock() ).toBe( 12 );
	} );

	it( 'when KeyCRM does not answer about orders, the number may fall but not rise', async () => {
		arrive( await session.buy( session.goods.cap, 2 ), 2 );
		await session.syncs();
		session.keycrm.faults.add(
			{ kind: 'status', status: 502 },
			{ endpoint: 'GET /order', next: 1 }
		);
		setInKeyCrm( session.keycrm, 'CAP', 15 );
		expect( await syncCap() ).toContain( 'Stock stays 8 for the moment' );
		setInKeyCrm( session.keycrm, 'CAP', 6 );
		expect( await syncCap() ).toContain( 'Stock is now 4 (was 8).' );
	} );
} );

it( 'the shop’s own marks are checked first, without a request', async () => {
	setInKeyCrm( session.keycrm, 'CAP', 10 );
	await session.startAnew();
	await session.hold( { mode: 'statuses', statuses: [ 'processing' ] } );
	await session.syncs();
	const id = await session.buy( session.goods.cap, 2 );
	expect( await syncCap() ).toContain( 'Stock was right already: 8.' );
	await onOrder(
		session.shop,
		id,
		`return $order->update_status( 'completed' );`
	);
	setInKeyCrm( session.keycrm, 'CAP', 8 );
	expect( await syncCap() ).toContain( 'Stock was right already: 8.' );
	expect( requests( session ) ).toEqual( [ 'GET /offers/stocks' ] );
} );
