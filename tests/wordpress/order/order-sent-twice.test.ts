/**
 * Tests the moments in which the shop or KeyCRM has half finished an order: pieces must not return twice, or
 * too early.
 */
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
	/** KeyCRM's clock counts whole seconds, so a minute passes between two changes. */
	const later = () => session.keycrm.world.clock.advance( MINUTE );
	/** Makes an order of two caps that KeyCRM has reserved and the plugin has seen. */
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

	it( 'stay subtracted while WooCommerce is about to return the pieces', async () => {
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

	it( 'return once, through WooCommerce, when KeyCRM has cancelled first', async () => {
		const { id, crm } = await reserved();
		orders().setStatus( crm, STATUS.cancelled );
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
		await cancel( id );
		expect( await session.stock() ).toBe( 10 );
		expect( ( await session.syncs() ).counts.updated ).toBe( 0 );
	} );

	it( 'keep the pieces that an edit has taken but not yet marked', async () => {
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

	it( 'stay subtracted when KeyCRM cancels and reserves again between two order checks', async () => {
		const { crm } = await reserved();
		const { afterAnswer } = session.keycrm.world;
		// Both order checks see it reserved, but the level is made while it is cancelled.
		afterAnswer.next( 'GET /order', () => {
			orders().setStatus( crm, STATUS.cancelled );
		} );
		afterAnswer.next( 'GET /offers/stocks', () => {
			later();
			orders().setStatus( crm, STATUS.agreed );
		} );
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
	} );

	it( 'stay subtracted when a cancelled order is reserved again after the level was made', async () => {
		const { crm } = await reserved();
		orders().setStatus( crm, STATUS.cancelled );
		await session.syncs();
		later();
		session.keycrm.world.afterAnswer.next( 'GET /offers/stocks', () => {
			orders().setStatus( crm, STATUS.agreed );
		} );
		await session.shop.sql(
			'UPDATE wp_keycrm_stock_orders SET counted_at = counted_at - 86400000, taken_at = taken_at - 86400000'
		);
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
	} );

	it( 'stay subtracted when a level was read without an order check', async () => {
		const { crm } = await reserved();
		await session.shop.php(
			`wc_update_product_stock( ${ goods.cap }, 5 ); return true;`
		);
		const preview = await drive(
			session.shop,
			await startRun( session.shop, 'preview' )
		);
		expect( preview.counts.updated ).toBe( 1 );
		// KeyCRM deletes the order, so its level has the two pieces again. The orders were not checked since.
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
