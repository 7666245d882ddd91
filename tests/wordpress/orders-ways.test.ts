/** Ways of knowing which orders KeyCRM counts, other than asking for each of them; and how the plugin begins to ask. */
import { settingsSchema } from '../../src-admin/contract';
import { STATUS } from '../support/keycrm-server';
import { onOrder, setInKeyCrm } from './support/orders';
import { openOrdersSession, PLACES } from './support/orders-session';
import type { Goods, OrdersSession } from './support/orders-session';
import { call } from './support/session';

describe.each( PLACES )( 'orders %s', ( _, tables ) => {
	let session: OrdersSession;
	let goods: Goods;

	beforeAll( async () => {
		session = await openOrdersSession( tables );
		goods = session.goods;
	} );
	afterAll( () => session.stop() );
	beforeEach( () => session.startAnew() );

	it( 'are given back for sale while they are not held: what the setting is for', async () => {
		await session.buy( goods.cap, 2 );
		expect( await session.stock() ).toBe( 8 );
		await session.syncs();
		expect( await session.stock() ).toBe( 10 );
	} );

	it( 'by status: held in those named, counted by KeyCRM in the others', async () => {
		await session.hold( { mode: 'statuses', statuses: [ 'processing' ] } );
		const id = await session.buy( goods.cap, 2 );
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
		setInKeyCrm( session.keycrm, 'CAP', 8 );
		await onOrder(
			session.shop,
			id,
			`return $order->update_status( 'completed' );`
		);
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
		await onOrder(
			session.shop,
			id,
			`return $order->update_status( 'processing' );`
		);
		await session.syncs();
		expect( await session.stock() ).toBe( 6 );
		setInKeyCrm( session.keycrm, 'CAP', 10 );
	} );

	it( 'by the mark of KeyCRM’s plugin: held until it was sent, and for the time KeyCRM needs', async () => {
		await session.hold( { mode: 'plugin_marks', grace_minutes: 30 } );
		const sent = await session.buy( goods.cap, 1 );
		await session.buy( goods.cap, 2 );
		await session.syncs();
		expect( await session.stock() ).toBe( 7 );
		await onOrder(
			session.shop,
			sent,
			`$order->update_meta_data( '_keycrm_order_id', '40001' ); $order->save(); return true;`
		);
		setInKeyCrm( session.keycrm, 'CAP', 9 );
		await session.syncs();
		expect( await session.stock() ).toBe( 6 );
		await session.shop.sql(
			'UPDATE wp_keycrm_stock_orders SET counted_at = counted_at - 1860000'
		);
		await session.syncs();
		expect( await session.stock() ).toBe( 7 );
		setInKeyCrm( session.keycrm, 'CAP', 10 );
	} );

	it( 'by the mark: whoever begins today has orders that were sent long ago', async () => {
		const id = await session.buy( goods.cap, 1 );
		await onOrder(
			session.shop,
			id,
			`$order->update_meta_data( '_keycrm_order_id', '40001' ); $order->set_date_created( time() - 7200 ); $order->save(); return true;`
		);
		await session.shop.sql( 'DELETE FROM wp_keycrm_stock_orders' );
		await session.hold( { mode: 'plugin_marks', grace_minutes: 30 } );
		await session.syncs();
		expect( await session.stock() ).toBe( 10 );
	} );

	it( 'by another program’s word', async () => {
		await session.hold( { mode: 'filter' } );
		const id = await session.buy( goods.cap, 3 );
		await session.syncs();
		expect( await session.stock() ).toBe( 7 );
		await session.shop.php(
			`return update_option( 'connector_counted', array( ${ id } ) );`
		);
		await session.syncs();
		expect( await session.stock() ).toBe( 10 );
	} );

	it( 'are found in KeyCRM by themselves unless the owner has chosen, and held from then on', async () => {
		await session.shop.php(
			`$stored = get_option( 'keycrm_stock_settings' ); unset( $stored['hold_orders'] ); update_option( 'keycrm_stock_settings', $stored ); return true;`
		);
		const id = await session.buy( goods.cap, 2 );
		// The same number in another channel, without a product in common, is somebody else's order.
		session.keycrm.world.orders.create( {
			source_id: 2,
			source_uuid: String( id ),
			products: [ { sku: 'SHIRT', quantity: 1 } ],
		} );
		await session.syncs();
		const mode = async () =>
			settingsSchema.parse(
				await call( session.shop, 'GET', '/settings' )
			).hold_orders;
		expect( await mode() ).toMatchObject( { mode: 'off' } );
		expect( await session.stock() ).toBe( 10 );

		session.keycrm.world.orders.create( {
			source_id: 1,
			source_uuid: `№${ id }`,
			status_id: STATUS.new,
			products: [ { sku: 'CAP', quantity: 2 } ],
		} );
		// It is searched for a few times a day only.
		await session.syncs();
		expect( await mode() ).toMatchObject( { mode: 'off' } );
		await session.shop.php(
			`delete_option( 'keycrm_stock_order_look' ); return true;`
		);
		await session.syncs();
		expect( await mode() ).toMatchObject( {
			mode: 'keycrm_orders',
			source_id: 1,
		} );
		expect( await session.stock() ).toBe( 8 );
	} );
} );
