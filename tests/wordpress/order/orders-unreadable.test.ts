/** Tests a database that fails to read the shop's orders: the plugin must not conclude that there are none. */
import { phpFile } from '../../support/php-file';
import { STATUS } from '../../support/keycrm-server';
import { onOrder } from '../support/orders/orders';
import { openOrdersSession, PLACES } from '../support/orders/orders-session';
import type { Goods, OrdersSession } from '../support/orders/orders-session';
import { drive, startRun } from '../support/session';

/** Breaks every statement that begins with the text in the option. */
const SPOILER = phpFile( __dirname, 'orders-unreadable-plugin.php' );

describe.each( PLACES )( 'orders %s', ( _, tables ) => {
	let session: OrdersSession;
	let goods: Goods;

	beforeAll( async () => {
		session = await openOrdersSession( tables, { spoiler: SPOILER } );
		goods = session.goods;
	} );
	afterAll( () => session.stop() );
	beforeEach( () => session.startAnew() );

	const spoil = ( text: string ) =>
		session.shop.php(
			`global $wpdb; $wpdb->suppress_errors(); update_option( 'spoiled_statement', ${ JSON.stringify(
				text
			) } ); return true;`
		);
	const ids = tables
		? 'SELECT o.id FROM wp_wc_orders o WHERE'
		: 'SELECT o.ID FROM wp_posts o WHERE';
	const pages = tables
		? 'SELECT o.id, o.date_created_gmt'
		: 'SELECT o.ID, o.post_date_gmt';

	it.each( [
		[ 'by status', { mode: 'statuses' as const }, pages ],
		[ 'in KeyCRM', { mode: 'keycrm_orders' as const, source_id: 1 }, ids ],
	] )(
		'fails the run and writes no number when orders are looked up %s',
		async ( words, hold, text ) => {
			await session.hold( hold );
			const id = await session.buy( goods.cap, 2 );
			if ( words === 'in KeyCRM' ) {
				session.keycrm.world.orders.create( {
					source_id: 1,
					source_uuid: String( id ),
					status_id: STATUS.agreed,
					products: [ { sku: 'CAP', quantity: 2 } ],
				} );
			} else {
				await onOrder(
					session.shop,
					id,
					`return $order->update_status( 'completed' );`
				);
			}
			await spoil( text );
			const run = await drive(
				session.shop,
				await startRun( session.shop, 'sync' )
			);
			await spoil( '' );
			expect( run.status ).toBe( 'failed' );
			expect( run.error?.details ).toContain( 'nowhere' );
			expect( await session.stock() ).toBe( 8 );
		}
	);
} );
