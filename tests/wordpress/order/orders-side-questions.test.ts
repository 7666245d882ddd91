/**
 * Tests requests about orders that KeyCRM does not answer: the stock is still read, and no number rests on a
 * guess.
 */
import { currentRunSchema, HOLD_DEFAULTS } from '../../../src-admin/contract';
import { STATUS } from '../../support/keycrm-server';
import { takeLog } from '../support/recorders/wc-log';
import { setInKeyCrm } from '../support/orders/orders';
import { openOrdersSession } from '../support/orders/orders-session';
import type { Goods, OrdersSession } from '../support/orders/orders-session';
import { call } from '../support/session';

const SOURCE = 1;
const ORDERS = { endpoint: 'GET /order' } as const;

let session: OrdersSession;
let goods: Goods;

beforeAll( async () => {
	session = await openOrdersSession( true );
	goods = session.goods;
} );
afterAll( () => session.stop() );
beforeEach( async () => {
	session.keycrm.faults.clear();
	setInKeyCrm( session.keycrm, 'CAP', 10 );
	setInKeyCrm( session.keycrm, 'SHIRT-S', 10 );
	await session.startAnew();
} );

const faults = () => session.keycrm.faults;
const crm = () => session.keycrm.world.orders;
const send = ( id: number, quantity: number, status_id: number, sku = 'CAP' ) =>
	crm().create( {
		source_id: SOURCE,
		source_uuid: String( id ),
		status_id,
		products: [ { sku, quantity } ],
	} );
const ordersNow = async () =>
	currentRunSchema.parse( await call( session.shop, 'GET', '/runs/current' ) )
		.orders;
const unreadSince = async () => ( await ordersNow() ).unread_since;

describe( 'with the settings of a fresh shop', () => {
	beforeEach( async () => {
		await session.hold( HOLD_DEFAULTS );
		for ( let place = 0; place < 3; place++ ) {
			await session.buy( goods.cap, 1 );
		}
		setInKeyCrm( session.keycrm, 'SHIRT-S', 12 );
	} );

	it.each( [
		[
			'answers every request about orders with 500',
			() => faults().add( { kind: 'status', status: 500 }, ORDERS ),
		],
		[
			'does not name its channels',
			() =>
				faults().add(
					{ kind: 'status', status: 500 },
					{ endpoint: 'GET /order/source' }
				),
		],
		[
			'forbids the request',
			() => faults().add( { kind: 'status', status: 403 }, ORDERS ),
		],
		[
			'sends HTML instead of orders',
			() => faults().add( { kind: 'body', change: 'html' }, ORDERS ),
		],
		[
			'sends orders that cannot be read',
			() =>
				faults().add(
					{
						kind: 'row_fields',
						set: { id: 'x' },
						drop: [ 'products' ],
					},
					ORDERS
				),
		],
		[
			'does not answer',
			() => faults().add( { kind: 'hang' }, { ...ORDERS, next: 1 } ),
		],
	] )(
		'keeps the stock right although KeyCRM %s',
		async ( _words, spoil ) => {
			spoil();
			const began = session.keycrm.log.entries().length;
			const run = await session.syncs();
			expect( run.status ).toBe( 'succeeded' );
			expect( await session.stock( goods.shirt_s ) ).toBe( 12 );
			expect( await session.stock() ).toBe( 7 );
			// The failed request is not repeated in the next run.
			const asked = () =>
				session.keycrm.log
					.entries()
					.slice( began )
					.filter( ( { endpoint } ) =>
						endpoint.startsWith( 'GET /order' )
					).length;
			const tries = asked();
			expect( tries ).toBeGreaterThan( 0 );
			await session.syncs();
			expect( asked() ).toBe( tries );
		}
	);
} );

describe( 'when KeyCRM is to be asked', () => {
	let order = 0;

	beforeEach( async () => {
		await session.hold( { mode: 'keycrm_orders', source_id: SOURCE } );
		order = send( await session.buy( goods.cap, 4 ), 4, STATUS.agreed );
		await session.syncs();
		expect( await session.stock() ).toBe( 6 );
		expect( await unreadSince() ).toBeNull();
		session.keycrm.world.clock.advance( 60_000 );
	} );

	it( 'a number may fall, and rises only for products without an order that KeyCRM counted', async () => {
		faults().add( { kind: 'status', status: 500 }, ORDERS );
		// KeyCRM deletes the order, so its level has the four pieces again, but the plugin cannot know.
		crm().remove( order );
		setInKeyCrm( session.keycrm, 'SHIRT-S', 12 );
		await session.syncs();
		expect( await session.stock() ).toBe( 6 );
		expect( await session.stock( goods.shirt_s ) ).toBe( 12 );
		expect( await unreadSince() ).not.toBeNull();
		expect( ( await ordersNow() ).unread_text ).toMatch(
			/^KeyCRM’s orders could not be read since .*\d{4}.* Check in KeyCRM that the API key may read orders\.$/
		);
		expect( takeLog( session.shop ) ).toContainEqual(
			expect.objectContaining( {
				level: 'warning',
				message: expect.stringContaining( 'orders could not be read' ),
				context: expect.objectContaining( { code: 'server' } ),
			} )
		);
		setInKeyCrm( session.keycrm, 'CAP', 13 );
		await session.syncs();
		expect( await session.stock() ).toBe( 6 );
		setInKeyCrm( session.keycrm, 'CAP', 5 );
		await session.syncs();
		expect( await session.stock() ).toBe( 5 );
		faults().clear();
		setInKeyCrm( session.keycrm, 'CAP', 10 );
		await session.syncs();
		expect( await session.stock() ).toBe( 6 );
		expect( await unreadSince() ).toBeNull();
	} );

	it( 'the same holds when only the second order check fails, after the stock was read', async () => {
		faults().add(
			{ kind: 'status', status: 500 },
			{ ...ORDERS, after: 1 }
		);
		session.keycrm.world.afterAnswer.next( 'GET /order', () => {
			crm().remove( order );
		} );
		await session.syncs();
		expect( await session.stock() ).toBe( 6 );
	} );

	it( 'a second order check that succeeds makes up for a first one that fails', async () => {
		faults().add( { kind: 'status', status: 403 }, { ...ORDERS, next: 1 } );
		setInKeyCrm( session.keycrm, 'CAP', 20 );
		await session.syncs();
		expect( await session.stock() ).toBe( 16 );
		expect( await unreadSince() ).toBeNull();
	} );

	it( 'KeyCRM is asked several times in the first run, and less while it does not answer', async () => {
		faults().add( { kind: 'status', status: 500 }, ORDERS );
		const asked = () =>
			session.keycrm.log
				.entries()
				.filter( ( { endpoint } ) => endpoint === 'GET /order' ).length;
		session.keycrm.log.clear();
		await session.syncs();
		const first = asked();
		await session.syncs();
		expect( [ first > 5, asked() - first ] ).toEqual( [ true, 2 ] );
	} );

	it( 'a malformed order affects that order only', async () => {
		send(
			await session.buy( goods.shirt_s, 1 ),
			1,
			STATUS.agreed,
			'SHIRT-S'
		);
		send( await session.buy( goods.cap, 1 ), 1, STATUS.agreed );
		// The rows come oldest first, so the malformed one is the second of three.
		faults().add(
			{ kind: 'row_fields', drop: [ 'products' ], every: 2 },
			ORDERS
		);
		setInKeyCrm( session.keycrm, 'CAP', 20 );
		await session.syncs();
		await session.syncs();
		expect( await session.stock() ).toBe( 15 );
		// The order is subtracted twice, because the plugin cannot read that KeyCRM counts it.
		expect( await session.stock( goods.shirt_s ) ).toBe( 8 );
		expect( await unreadSince() ).toBeNull();
	} );
} );
