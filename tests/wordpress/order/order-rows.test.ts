/** Tests that one malformed row among KeyCRM's orders affects that order only, never the whole sync. */
import type { Fault } from '../../support/keycrm-server';
import { STATUS } from '../../support/keycrm-server';
import { openOrdersSession } from '../support/orders/orders-session';
import type { OrdersSession } from '../support/orders/orders-session';

let session: OrdersSession;

beforeAll( async () => {
	session = await openOrdersSession( true );
} );
afterAll( () => session.stop() );
beforeEach( async () => {
	session.keycrm.faults.clear();
	await session.startAnew();
} );

type RowFields = Omit< Extract< Fault, { kind: 'row_fields' } >, 'kind' >;

const ODD: [ string, RowFields ][] = [
	[ 'no id', { drop: [ 'id' ] } ],
	[ 'no channel', { set: { source_id: null } } ],
	[ 'no time', { drop: [ 'updated_at' ] } ],
	[ 'an invalid time', { set: { updated_at: 'yesterday' } } ],
	[ 'no lines', { drop: [ 'products' ] } ],
	[ 'a text instead of lines', { set: { products: 'none' } } ],
];

it.each( ODD )(
	'ignores an order with %s, and reads the others as usual',
	async ( _, odd ) => {
		const { goods, keycrm } = session;
		await session.hold( { mode: 'keycrm_orders', source_id: 1 } );
		for ( const [ sku, product ] of [
			[ 'CAP', goods.cap ],
			[ 'SHIRT-S', goods.shirt_s ],
		] as const ) {
			const id = await session.buy( product, 2 );
			keycrm.world.orders.setStatus(
				keycrm.world.orders.create( {
					source_id: 1,
					source_uuid: String( id ),
					products: [ { sku, quantity: 2 } ],
				} ),
				STATUS.agreed
			);
		}
		// The fault hits the second of the two orders.
		keycrm.faults.add(
			{ kind: 'row_fields', every: 2, ...odd },
			{ endpoint: 'GET /order' }
		);
		await session.syncs();
		// KeyCRM has reserved 2 of each, so both levels are 8. The unread order is subtracted a second time.
		expect( await session.stock() ).toBe( 8 );
		expect( await session.stock( goods.shirt_s ) ).toBe( 6 );
		keycrm.faults.clear();
		await session.syncs();
		expect( await session.stock() ).toBe( 8 );
		expect( await session.stock( goods.shirt_s ) ).toBe( 8 );
	}
);

it( 'goes on with the sync when the malformed row is alone on its page', async () => {
	const { goods, keycrm } = session;
	await session.hold( { mode: 'keycrm_orders', source_id: 1 } );
	const id = await session.buy( goods.cap, 2 );
	keycrm.world.orders.create( {
		source_id: 1,
		source_uuid: String( id ),
		products: [ { sku: 'CAP', quantity: 2 } ],
	} );
	keycrm.faults.add(
		{ kind: 'row_fields', drop: [ 'products' ] },
		{ endpoint: 'GET /order' }
	);
	await session.syncs();
	expect( await session.stock() ).toBe( 8 );
} );

it( 'does not take a line’s overlong SKU for the SKU of a product that it ends with', async () => {
	const { goods, keycrm, shop } = session;
	const long = 'S'.repeat( 255 );
	await session.hold( { mode: 'keycrm_orders', source_id: 1 } );
	const id = await session.buy( goods.cap, 2 );
	keycrm.world.orders.create( {
		source_id: 1,
		source_uuid: String( id ),
		products: [ { sku: `${ long }Y`, quantity: 2 } ],
	} );
	await session.syncs();
	const kept = await shop.sql(
		"SELECT sku FROM wp_keycrm_stock_orders WHERE sku LIKE 'SS%'"
	);
	expect( kept ).toEqual( [ { sku: `${ long.slice( 1 ) }…` } ] );
} );
