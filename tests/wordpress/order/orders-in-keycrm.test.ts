/** Tests orders that KeyCRM does not count yet, in the mode that asks KeyCRM. */
import { STATUS } from '../../support/keycrm-server';
import { bulkFill } from '../../support/fill/bulk-fill';
import { changeListSchema } from '../../../src-admin/contract';
import { call, openSession, save, sync } from '../support/session';
import type { Session } from '../support/session';
import {
	ageOrder,
	onOrder,
	placeOrder,
	setInKeyCrm,
	stockOf,
	keepOrdersInTables,
} from '../support/orders/orders';

const SOURCE = 1;
const KEPT_BACK = { guard: { min_products: 1000 } };

describe.each( [
	[ 'in tables of their own', true ],
	[ 'among the posts', false ],
] )( 'orders %s', ( _, tables ) => {
	let session: Session;
	let hat = 0;
	let scarf = 0;

	beforeAll( async () => {
		session = await openSession( {
			offers: [
				{ sku: 'HAT', quantity: 10 },
				{ sku: 'SCARF', quantity: 5 },
			],
		} );
		await keepOrdersInTables( session.shop, tables );
		const row = { price: 1, stock: 0, type: 'simple', parent: -1 } as const;
		[ hat = 0, scarf = 0 ] = await bulkFill( session.shop, [
			{ ...row, sku: 'HAT', name: 'Hat' },
			{ ...row, sku: 'SCARF', name: 'Scarf' },
		] );
		await save( session.shop, {
			...KEPT_BACK,
			hold_orders: { mode: 'keycrm_orders', source_id: SOURCE },
		} );
		await sync( session.shop );
	} );
	afterAll( () => session.stop() );

	const ours = () => stockOf( session.shop, hat );
	const inKeyCrm = ( uuid: string, quantity: number, sku = 'HAT' ) =>
		session.keycrm.world.orders.create( {
			source_id: SOURCE,
			source_uuid: uuid,
			products: [ { sku, quantity } ],
		} );
	const syncs = async () => {
		const run = await sync( session.shop );
		expect( run.error ).toBeNull();
		return run;
	};

	it( 'stay subtracted until KeyCRM has counted them, and are never subtracted again', async () => {
		expect( await ours() ).toBe( 10 );
		const id = await placeOrder( session.shop, [
			{ product: hat, quantity: 2 },
		] );
		expect( await ours() ).toBe( 8 );
		// The order is not sent yet, so KeyCRM still says 10.
		const run = await syncs();
		expect( await ours() ).toBe( 8 );
		expect( run.counts.updated ).toBe( 0 );

		// The order is sent, but in a status that does not reserve.
		const crm = inKeyCrm( String( id ), 2 );
		await syncs();
		expect( await ours() ).toBe( 8 );

		session.keycrm.world.orders.setStatus( crm, STATUS.agreed );
		await syncs();
		expect( await ours() ).toBe( 8 );
		session.keycrm.world.orders.setStatus( crm, STATUS.delivery );
		await syncs();
		expect( await ours() ).toBe( 8 );
		await syncs();
		expect( await ours() ).toBe( 8 );
	} );

	it( 'are named in the log of changes', async () => {
		const before = await ours();
		const id = await placeOrder( session.shop, [
			{ product: hat, quantity: 1 },
		] );
		setInKeyCrm( session.keycrm, 'HAT', 18 );
		const run = await syncs();
		const { items } = changeListSchema.parse(
			await call( session.shop, 'GET', `/runs/${ run.id }/changes` )
		);
		expect( items[ 0 ]?.parts ).toMatchObject( {
			quantity: 18,
			held: 1,
			held_orders: [ { id, quantity: 1 } ],
			available: 17,
		} );
		expect( await ours() ).toBe( 17 );
		expect( before ).not.toBe( 17 );
		await onOrder(
			session.shop,
			id,
			`return $order->update_status( 'cancelled' );`
		);
		await syncs();
		expect( await ours() ).toBe( 18 );
	} );

	it( 'hold only the remaining pieces after refunds and edits', async () => {
		const id = await placeOrder( session.shop, [
			{ product: scarf, quantity: 3 },
		] );
		await syncs();
		expect( await stockOf( session.shop, scarf ) ).toBe( 2 );
		await onOrder(
			session.shop,
			id,
			`$item = current( $order->get_items() );
			wc_create_refund( array( 'order_id' => $order->get_id(), 'amount' => 1, 'restock_items' => true,
				'line_items' => array( $item->get_id() => array( 'qty' => 1, 'refund_total' => 1 ) ) ) );
			return true;`
		);
		expect( await stockOf( session.shop, scarf ) ).toBe( 3 );
		await syncs();
		expect( await stockOf( session.shop, scarf ) ).toBe( 3 );
		const crm = inKeyCrm( `№${ id }`, 2, 'SCARF' );
		session.keycrm.world.orders.setStatus( crm, STATUS.agreed );
		await syncs();
		expect( await stockOf( session.shop, scarf ) ).toBe( 3 );
		// If the shop cancels it too, WooCommerce restores the pieces itself, so the plugin waits a day.
		session.keycrm.world.orders.setStatus( crm, STATUS.cancelled );
		await syncs();
		expect( await stockOf( session.shop, scarf ) ).toBe( 3 );
		await session.shop.sql(
			'UPDATE wp_keycrm_stock_orders SET counted_at = counted_at - 86400000, taken_at = taken_at - 86400000'
		);
		await syncs();
		expect( await stockOf( session.shop, scarf ) ).toBe( 5 );
	} );

	it( 'hold nothing when they are old, and an order of another channel with the same number does not count', async () => {
		const before = await ours();
		const id = await placeOrder( session.shop, [
			{ product: hat, quantity: 1 },
		] );
		const crm = session.keycrm.world.orders.create( {
			source_id: 2,
			source_uuid: String( id ),
			products: [ { sku: 'HAT', quantity: 0 } ],
		} );
		session.keycrm.world.orders.setStatus( crm, STATUS.agreed );
		await syncs();
		expect( await ours() ).toBe( before - 1 );
		await ageOrder( session.shop, id, 15 );
		await syncs();
		expect( await ours() ).toBe( before );
	} );

	it( 'take one more request before the levels and one after them', async () => {
		await placeOrder( session.shop, [ { product: hat, quantity: 1 } ] );
		session.keycrm.log.clear();
		await syncs();
		expect(
			session.keycrm.log.entries().map( ( { endpoint } ) => endpoint )
		).toEqual( [ 'GET /order', 'GET /offers/stocks', 'GET /order' ] );
	} );
} );
