/** Tests answers that arrive after the answers to later requests: an older answer never overwrites a newer one. */
import { runSchema } from '../../../src-admin/contract';
import { STATUS } from '../../support/keycrm-server';
import {
	delayAnswer,
	LATE_ANSWER,
	wasDelayed,
} from '../support/faults/late-worker';
import { setInKeyCrm } from '../support/orders/orders';
import { openOrdersSession } from '../support/orders/orders-session';
import type { OrdersSession } from '../support/orders/orders-session';
import { call, current, drive, startRun, step } from '../support/session';

let session: OrdersSession;

beforeAll( async () => {
	session = await openOrdersSession( true, { meanwhile: LATE_ANSWER } );
} );
afterAll( () => session.stop() );
beforeEach( async () => {
	setInKeyCrm( session.keycrm, 'CAP', 10 );
	await session.startAnew();
} );

/** Delays one answer to a run's first worker until another worker has finished the run. */
async function overtaken( mode: 'sync' | 'preview', part: string ) {
	const run = await startRun( session.shop, mode );
	await delayAnswer( session.shop, part );
	await step( session.shop, run.id );
	expect( await wasDelayed( session.shop ) ).toBe( true );
	const after = await current( session.shop );
	expect( after.run ).toMatchObject( { id: run.id, status: 'succeeded' } );
	return run;
}

it( 'a late level does not restore an old number', async () => {
	session.keycrm.world.afterAnswer.next( 'GET /offers/stocks', () =>
		setInKeyCrm( session.keycrm, 'CAP', 3 )
	);
	await overtaken( 'sync', '/offers/stocks' );
	expect( await session.stock() ).toBe( 3 );
	expect(
		await session.shop.sql(
			"SELECT CAST(quantity AS UNSIGNED) AS quantity FROM wp_keycrm_stock_levels WHERE sku = 'CAP'"
		)
	).toEqual( [ { quantity: '3' } ] );
} );

it( 'a late level that arrives before the write is not written', async () => {
	session.keycrm.world.afterAnswer.next( 'GET /offers/stocks', () =>
		setInKeyCrm( session.keycrm, 'CAP', 3 )
	);
	const preview = await overtaken( 'preview', '/offers/stocks' );
	expect( await session.stock() ).toBe( 10 );
	const applied = runSchema.parse(
		await call( session.shop, 'POST', `/runs/${ preview.id }/apply` )
	);
	await drive( session.shop, applied );
	expect( await session.stock() ).toBe( 3 );
} );

/** Whether KeyCRM still lists a deleted order, and what the plugin then knows of its line. */
const DELETED = [
	[ 'listed', [ { state: 'gone' } ] ],
	[ 'gone', [] ],
] as const;

it.each( DELETED )(
	'a late page of orders does not restore a deleted line (deleted orders are %s)',
	async ( deleted_orders, known ) => {
		session.keycrm.world.behave( { deleted_orders } );
		await session.hold( { mode: 'keycrm_orders', source_id: 1 } );
		const id = await session.buy( session.goods.cap, 2 );
		const crm = session.keycrm.world.orders.create( {
			source_id: 1,
			source_uuid: String( id ),
			status_id: STATUS.agreed,
			products: [ { sku: 'CAP', quantity: 2 } ],
		} );
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
		session.keycrm.world.afterAnswer.next( 'GET /order', () =>
			session.keycrm.world.orders.remove( crm )
		);
		await overtaken( 'sync', '/order?' );
		expect( await session.stock() ).toBe( 8 );
		expect(
			await session.shop.sql(
				'SELECT state FROM wp_keycrm_stock_orders WHERE order_id > 0'
			)
		).toEqual( known );
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
	}
);
