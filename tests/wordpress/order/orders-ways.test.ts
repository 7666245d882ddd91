/** Tests the other ways of knowing which orders KeyCRM counts, without asking KeyCRM for each order. */
import { onOrder, setInKeyCrm } from '../support/orders/orders';
import { openOrdersSession, PLACES } from '../support/orders/orders-session';
import type { Goods, OrdersSession } from '../support/orders/orders-session';

/** Another plugin's filter that throws. */
const BROKEN = `<?php add_filter( 'keycrm_stock_counted_orders', static function ( array $counted ): array {
	if ( get_option( 'connector_is_broken' ) ) { throw new RuntimeException( 'broken' ); }
	return $counted;
} );`;

describe.each( PLACES )( 'orders %s', ( _, tables ) => {
	let session: OrdersSession;
	let goods: Goods;

	beforeAll( async () => {
		session = await openOrdersSession( tables, { broken: BROKEN } );
		goods = session.goods;
	} );
	afterAll( () => session.stop() );
	beforeEach( () => session.startAnew() );

	it( 'are not subtracted while the setting is off, so a sync raises the number again', async () => {
		await session.buy( goods.cap, 2 );
		expect( await session.stock() ).toBe( 8 );
		await session.syncs();
		expect( await session.stock() ).toBe( 10 );
	} );

	it( 'by status: are held in the chosen statuses, and count as known to KeyCRM in all others', async () => {
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

	it( 'by the mark of KeyCRM’s plugin: are held until sent, and for the minutes that KeyCRM needs', async () => {
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

	it( 'by the mark: are not held when they were sent long before the mode was chosen', async () => {
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

	it( 'by filter: are held until another plugin names them as counted', async () => {
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

	it( 'by filter: all stay subtracted when the other plugin throws', async () => {
		await session.hold( { mode: 'filter' } );
		const id = await session.buy( goods.cap, 3 );
		const set = ( option: string, value: string ) =>
			session.shop.php(
				`return update_option( '${ option }', ${ value } );`
			);
		await set( 'connector_counted', `array( ${ id } )` );
		await session.syncs();
		expect( await session.stock() ).toBe( 10 );
		await set( 'connector_is_broken', '1' );
		await session.syncs();
		expect( await session.stock() ).toBe( 7 );
		await set( 'connector_is_broken', '0' );
		await session.syncs();
		await session.syncs();
		expect( await session.stock() ).toBe( 10 );
	} );
} );
