/**
 * Tests a refresh of products with open orders: it subtracts nothing twice, and raises nothing before the
 * orders were checked.
 */
import { STATUS } from '../../support/keycrm-server';
import { setInKeyCrm } from '../support/orders/orders';
import { openOrdersSession } from '../support/orders/orders-session';
import type { OrdersSession } from '../support/orders/orders-session';
import { markSkus, refresh } from '../support/refresh';

let session: OrdersSession;

beforeAll( async () => {
	session = await openOrdersSession( true );
} );
afterAll( () => session.stop() );
beforeEach( async () => {
	setInKeyCrm( session.keycrm, 'CAP', 10 );
	await session.startAnew();
	await session.hold( { mode: 'keycrm_orders', source_id: 1 } );
	await session.syncs();
	session.keycrm.log.clear();
} );

const looks = () => session.keycrm.log.of( 'GET /order' ).length;

async function reported(): Promise< number > {
	await markSkus( session, 'CAP' );
	const run = await refresh( session );
	expect( run ).toMatchObject( { status: 'succeeded' } );
	return session.stock();
}

it( 'subtracts once an order that has just arrived in KeyCRM', async () => {
	const id = await session.buy( session.goods.cap, 2 );
	session.keycrm.world.orders.create( {
		source_id: 1,
		source_uuid: String( id ),
		status_id: STATUS.agreed,
		products: [ { sku: 'CAP', quantity: 2 } ],
	} );
	expect( await reported() ).toBe( 8 );
	expect( looks() ).toBe( 1 );
} );

it( 'writes a sale elsewhere with two requests', async () => {
	await session.buy( session.goods.cap, 1 );
	setInKeyCrm( session.keycrm, 'CAP', 7 );
	expect( await reported() ).toBe( 6 );
	expect( session.keycrm.log.entries() ).toHaveLength( 2 );
} );

it( 'writes received goods once the orders were checked again', async () => {
	await session.buy( session.goods.cap, 1 );
	setInKeyCrm( session.keycrm, 'CAP', 15 );
	expect( await reported() ).toBe( 14 );
	expect( looks() ).toBe( 2 );
} );

it( 'does not offer again an order that KeyCRM releases', async () => {
	const id = await session.buy( session.goods.cap, 2 );
	const order = session.keycrm.world.orders.create( {
		source_id: 1,
		source_uuid: String( id ),
		status_id: STATUS.agreed,
		products: [ { sku: 'CAP', quantity: 2 } ],
	} );
	await reported();
	session.keycrm.world.orders.remove( order );
	expect( await reported() ).toBe( 8 );
} );
