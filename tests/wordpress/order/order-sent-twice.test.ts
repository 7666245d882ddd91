/** Pieces that might be given back twice, or by nobody's leave: each moment in which the shop or KeyCRM is half done. */
import { STATUS } from '../../support/keycrm-server';
import { onOrder } from '../support/orders/orders';
import { openOrdersSession, PLACES } from '../support/orders/orders-session';
import type { Goods, OrdersSession } from '../support/orders/orders-session';
import { call, drive, startRun } from '../support/session';
import { runSchema } from '../../../src-admin/contract';

const SOURCE = 1;
const MINUTE = 60_000;

describe.each( PLACES )( 'orders %s', ( _, tables ) => {
	let session: OrdersSession;
	let goods: Goods;

	beforeAll( async () => {
		session = await openOrdersSession( tables );
		goods = session.goods;
	} );
	afterAll( () => session.stop() );
	beforeEach( async () => {
		await session.startAnew();
		await session.hold( { mode: 'keycrm_orders', source_id: SOURCE } );
	} );

	const orders = () => session.keycrm.world.orders;
	/** KeyCRM's clock shows whole seconds; nobody cancels and reserves within one. */
	const later = () => session.keycrm.world.clock.advance( MINUTE );
	/** An order of two caps that KeyCRM has reserved, and that the plugin knows. */
	const reserved = async () => {
		const id = await session.buy( goods.cap, 2 );
		const crm = orders().create( {
			source_id: SOURCE,
			source_uuid: String( id ),
			status_id: STATUS.agreed,
			products: [ { sku: 'CAP', quantity: 2 } ],
		} );
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
		later();
		return { id, crm };
	};
	const cancel = ( id: number, code = '' ) =>
		onOrder(
			session.shop,
			id,
			`${ code } return $order->update_status( 'cancelled' );`
		);

	it( 'are not given back while WooCommerce is about to do so', async () => {
		const id = await session.buy( goods.cap, 2 );
		await cancel(
			id,
			`remove_action( 'woocommerce_order_status_cancelled', 'wc_maybe_increase_stock_levels' );`
		);
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
		await session.shop.php(
			`wc_maybe_increase_stock_levels( ${ id } ); return true;`
		);
		expect( await session.stock() ).toBe( 10 );
		expect( ( await session.syncs() ).counts.updated ).toBe( 0 );
	} );

	it( 'are given back by WooCommerce alone when KeyCRM has cancelled first', async () => {
		const { id, crm } = await reserved();
		orders().setStatus( crm, STATUS.cancelled );
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
		await cancel( id );
		expect( await session.stock() ).toBe( 10 );
		expect( ( await session.syncs() ).counts.updated ).toBe( 0 );
	} );

	it( 'keep what an edit has taken and not yet marked', async () => {
		const id = await session.buy( goods.cap, 2 );
		await onOrder(
			session.shop,
			id,
			`$item = current( $order->get_items() );
			$item->set_quantity( 5 );
			$item->save();
			wc_update_product_stock( $item->get_product(), 3, 'decrease' );
			return true;`
		);
		await session.syncs();
		expect( await session.stock() ).toBe( 5 );
	} );

	it( 'keep them when KeyCRM lets go of an order and takes it up again between two looks', async () => {
		const { crm } = await reserved();
		const { afterwards } = session.keycrm.world;
		// The first look sees it reserved, the level is formed without it, the second look sees it reserved.
		afterwards.next( 'GET /order', () => {
			orders().setStatus( crm, STATUS.cancelled );
		} );
		afterwards.next( 'GET /offers/stocks', () => {
			later();
			orders().setStatus( crm, STATUS.agreed );
		} );
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
	} );

	it( 'keep them when an order that was seen cancelled is reserved after the level was formed', async () => {
		const { crm } = await reserved();
		orders().setStatus( crm, STATUS.cancelled );
		await session.syncs();
		later();
		session.keycrm.world.afterwards.next( 'GET /offers/stocks', () => {
			orders().setStatus( crm, STATUS.agreed );
		} );
		await session.shop.sql(
			'UPDATE wp_keycrm_stock_orders SET counted_at = counted_at - 86400000, taken_at = taken_at - 86400000'
		);
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
	} );

	it( 'are not given back for a level that came without a look at the orders', async () => {
		const { crm } = await reserved();
		await session.shop.php(
			`wc_update_product_stock( ${ goods.cap }, 5 ); return true;`
		);
		const preview = await drive(
			session.shop,
			await startRun( session.shop, 'preview' )
		);
		expect( preview.counts.updated ).toBe( 1 );
		// KeyCRM forgets the order: its level now has the two pieces, and nobody has looked at the orders since.
		orders().remove( crm );
		await call( session.shop, 'POST', '/warehouses' );
		const applied = await drive(
			session.shop,
			runSchema.parse(
				await call(
					session.shop,
					'POST',
					`/runs/${ preview.id }/apply`
				)
			)
		);
		expect( applied.error ).toBeNull();
		expect( await session.stock() ).toBe( 5 );
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
	} );
} );
