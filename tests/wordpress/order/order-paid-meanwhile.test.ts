/**
 * Tests an order that is paid or reopened during a sync: its pieces stay subtracted, because KeyCRM does not
 * count them.
 */
import { phpFile } from '../../support/php-file';
import { onOrder, setInKeyCrm } from '../support/orders/orders';
import { openOrdersSession, PLACES } from '../support/orders/orders-session';
import type { OrdersSession } from '../support/orders/orders-session';

/** Sets an order to be processed just before the first statement that contains a text. */
const PAYS = phpFile( __dirname, 'order-paid-meanwhile-plugin.php' );

/** The plan's query for open order lines, and the start of the writer's transaction. */
const MOMENTS = [
	[ 'before the plan', 'woocommerce_order_items i ON' ],
	[ 'between plan and write', 'START TRANSACTION' ],
] as const;

/** What happens to the order, its earlier status, and how the plugin knows which orders KeyCRM counts. */
const CASES = [
	[ 'is paid', 'pending', { mode: 'statuses' } ],
	[ 'is paid', 'pending', { mode: 'plugin_marks' } ],
	// It was recorded as counted when it was completed.
	[ 'is opened again', 'completed', { mode: 'statuses' } ],
] as const;

describe.each( PLACES )( 'orders %s', ( _, tables ) => {
	let session: OrdersSession;

	beforeAll( async () => {
		session = await openOrdersSession( tables, { pays: PAYS } );
	} );
	afterAll( () => session.stop() );
	beforeEach( () => session.startAnew() );
	afterEach( () => setInKeyCrm( session.keycrm, 'CAP', 10 ) );

	describe.each( CASES )( 'an order %s (%s, %j)', ( _what, status, way ) => {
		it.each( MOMENTS )( '%s', async ( _moment, before ) => {
			const { shop, goods, keycrm } = session;
			await session.hold( { ...way, grace_minutes: 0 } );
			const id = await session.buy( goods.cap, 3, status );
			await onOrder(
				shop,
				id,
				`$order->update_meta_data( '_keycrm_order_id', '40001' ); $order->save(); return true;`
			);
			await session.syncs();
			expect( await session.stock() ).toBe( 10 );
			setInKeyCrm( keycrm, 'CAP', 100 );
			await shop.php(
				`return update_option( 'test_pays', array( 'order' => ${ id }, 'before' => '${ before }' ) );`
			);
			await session.syncs();
			expect(
				await onOrder( shop, id, 'return $order->get_status();' )
			).toBe( 'processing' );
			expect( await session.stock() ).toBe( 97 );
		} );
	} );
} );
