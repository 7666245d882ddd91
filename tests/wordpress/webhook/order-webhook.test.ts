/** Tests a webhook message about an order: the order is looked up, and its offers are read again. */
import { STATUS } from '../../support/keycrm-server';
import type { OrderSeed } from '../../support/keycrm-server';
import { onOrder } from '../support/orders/orders';
import { openOrdersSession, PLACES } from '../support/orders/orders-session';
import type { OrdersSession } from '../support/orders/orders-session';
import { refresh } from '../support/refresh';
import { aboutOrder, NO_WAKE_UP, post, webhookPath } from '../support/webhooks';

const OURS = 1;
const MARKETPLACE = 2;

describe.each( PLACES )( 'orders %s', ( _place, tables ) => {
	let session: OrdersSession;
	let path = '';

	beforeAll( async () => {
		session = await openOrdersSession( tables, { asleep: NO_WAKE_UP } );
		path = await webhookPath( session.shop );
	} );
	afterAll( () => session.stop() );
	beforeEach( async () => {
		await session.startAnew();
		await session.hold( { mode: 'keycrm_orders', source_id: OURS } );
		await session.syncs();
		session.keycrm.log.clear();
	} );

	const inKeyCrm = ( seed: Partial< OrderSeed >, quantity = 2 ) =>
		session.keycrm.world.orders.create( {
			source_id: OURS,
			products: [ { sku: 'CAP', quantity } ],
			...seed,
		} );

	/** Sends KeyCRM's message and the refresh after it. @return Orders that were asked for. */
	async function message( id: number, event?: string ): Promise< string[] > {
		const { status } = await post(
			session.shop,
			path,
			aboutOrder( id, event )
		);
		expect( status ).toBe( 200 );
		await refresh( session );
		return session.keycrm.log
			.of( 'GET /order/{id}' )
			.map(
				( { address } ) => /order\/(\d+)/.exec( address )?.[ 1 ] ?? ''
			);
	}

	it( 'looks the order up, and writes its reserved pieces to the shop', async () => {
		const id = inKeyCrm( {
			source_id: MARKETPLACE,
			status_id: STATUS.agreed,
		} );
		expect( await message( id ) ).toEqual( [ String( id ) ] );
		expect( await session.stock() ).toBe( 8 );
	} );

	it( 'asks once for an order that several messages name', async () => {
		const id = inKeyCrm( { status_id: STATUS.agreed } );
		await post( session.shop, path, aboutOrder( id ) );
		await post(
			session.shop,
			path,
			aboutOrder( id, 'order.change_payment_status' )
		);
		expect( await message( id ) ).toEqual( [ String( id ) ] );
		session.keycrm.log.clear();
		await refresh( session );
		expect( session.keycrm.log.entries() ).toEqual( [] );
	} );

	it( 'does not look up a lead', async () => {
		expect(
			await message( inKeyCrm( {} ), 'lead.change_lead_status' )
		).toEqual( [] );
	} );

	it( 'learns that KeyCRM counts an order of the shop', async () => {
		const bought = await session.buy( session.goods.cap, 2 );
		const id = inKeyCrm( { source_uuid: String( bought ) } );
		await message( id );
		expect( await session.stock() ).toBe( 8 );
		session.keycrm.world.orders.setStatus( id, STATUS.agreed );
		await message( id );
		expect( await session.stock() ).toBe( 8 );
	} );

	it( 'does not take an order of another channel with the same number for ours', async () => {
		const bought = await session.buy( session.goods.cap, 2 );
		const id = inKeyCrm(
			{
				source_id: MARKETPLACE,
				source_uuid: String( bought ),
				status_id: STATUS.agreed,
			},
			1
		);
		await message( id );
		// The order of ours, which KeyCRM does not count, has two pieces; the marketplace's has one.
		expect( await session.stock() ).toBe( 7 );
	} );

	it( 'matches a copied order by the mark of the original', async () => {
		const bought = await session.buy( session.goods.cap, 2 );
		const first = inKeyCrm( {} );
		await onOrder(
			session.shop,
			bought,
			`$order->update_meta_data( '_keycrm_order_id', '${ first }' ); $order->save(); return true;`
		);
		const copy = session.keycrm.world.orders.copy( first, false );
		session.keycrm.world.orders.setStatus( copy, STATUS.agreed );
		session.keycrm.world.orders.remove( first );
		await message( copy );
		expect( await session.stock() ).toBe( 8 );
	} );

	it( 'subtracts an order again that KeyCRM has deleted', async () => {
		const bought = await session.buy( session.goods.cap, 2 );
		const id = inKeyCrm( {
			source_uuid: String( bought ),
			status_id: STATUS.agreed,
		} );
		await message( id );
		expect( await session.stock() ).toBe( 8 );
		session.keycrm.world.orders.remove( id );
		session.keycrm.log.clear();
		expect( await message( id ) ).toEqual( [ String( id ) ] );
		// KeyCRM has all ten again, of which the shop still owes two.
		expect( await session.stock() ).toBe( 8 );
	} );

	it( 'keeps an order that could not be asked for, and drops one that cannot be read', async () => {
		const id = inKeyCrm( { status_id: STATUS.agreed } );
		session.keycrm.faults.add(
			{ kind: 'status', status: 500 },
			{ endpoint: 'GET /order/{id}', next: 1 }
		);
		await message( id );
		expect( await session.stock() ).toBe( 10 );
		await refresh( session );
		expect( await session.stock() ).toBe( 8 );
		expect(
			await session.shop.sql(
				'SELECT * FROM wp_keycrm_stock_dirty WHERE order_id > 0'
			)
		).toEqual( [] );
	} );
} );
