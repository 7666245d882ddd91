/** Tests that the settings of a fresh shop never sell a piece twice, and that an older shop keeps its settings. */
import {
	currentRunSchema,
	HOLD_DEFAULTS,
	settingsSchema,
} from '../../../src-admin/contract';
import { STATUS } from '../../support/keycrm-server';
import { ageOrder, onOrder, setInKeyCrm } from '../support/orders/orders';
import { openOrdersSession, PLACES } from '../support/orders/orders-session';
import type { Goods, OrdersSession } from '../support/orders/orders-session';
import { call } from '../support/session';

const OPTION = 'keycrm_stock_settings';

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
		setInKeyCrm( session.keycrm, 'CAP', 4 );
		await session.hold( HOLD_DEFAULTS );
		await session.syncs();
	} );
	afterEach( () => setInKeyCrm( session.keycrm, 'CAP', 10 ) );

	const orders = async () => {
		const { orders: now } = currentRunSchema.parse(
			await call( session.shop, 'GET', '/runs/current' )
		);
		expect(
			settingsSchema.parse(
				await call( session.shop, 'GET', '/settings' )
			).orders
		).toEqual( now );
		return now;
	};

	it( 'keeps 2 of 4 pieces subtracted for an order in every sync, whatever its status', async () => {
		const id = await session.buy( goods.cap, 2 );
		for ( const status of [ 'processing', 'on-hold', 'completed' ] ) {
			await onOrder(
				session.shop,
				id,
				`return $order->update_status( '${ status }' );`
			);
			await session.syncs();
			await session.syncs();
			expect( await session.stock() ).toBe( 2 );
		}
		await onOrder(
			session.shop,
			id,
			`return $order->update_status( 'cancelled' );`
		);
		await session.syncs();
		expect( await session.stock() ).toBe( 4 );
	} );

	it( 'subtracts nothing for an order that is unpaid, or older than the age limit', async () => {
		await session.buy( goods.cap, 1, 'pending' );
		const old = await session.buy( goods.cap, 2 );
		await ageOrder( session.shop, old, 15 );
		await session.syncs();
		expect( await session.stock() ).toBe( 4 );
	} );

	it( 'subtracts an order until KeyCRM is known to have counted it', async () => {
		const bought: number[] = [];
		for ( let place = 0; place < 3; place++ ) {
			bought.push( await session.buy( goods.cap, 1 ) );
		}
		const crm = bought.map( ( id ) =>
			session.keycrm.world.orders.create( {
				source_id: 1,
				source_uuid: String( id ),
				products: [ { sku: 'CAP', quantity: 1 } ],
			} )
		);
		await session.syncs();
		expect( await session.stock() ).toBe( 1 );
		expect( ( await orders() ).question ).toBe( 'none' );
		// Reserved: KeyCRM's number minus its reserve no longer contains them.
		crm.forEach( ( id ) =>
			session.keycrm.world.orders.setStatus( id, STATUS.agreed )
		);
		setInKeyCrm( session.keycrm, 'CAP', 6 );
		await session.syncs();
		expect( await session.stock() ).toBe( 3 );
	} );

	it( 'asks the owner until a choice is made, and says what it costs', async () => {
		await session.buy( goods.cap, 2 );
		await session.syncs();
		expect( await orders() ).toEqual( {
			question: 'how',
			subtracted: 'all',
			days: 14,
			source_id: 0,
			candidates: [],
			unread_since: null,
			question_text: expect.stringMatching(
				/^Nobody has said .* Until then each order of the last 14 days is subtracted/
			),
			subtracted_text: expect.stringMatching(
				/^Each order of the last 14 days stays/
			),
			unread_text: '',
		} );
		await session.hold( { mode: 'statuses', detect: true } );
		expect( await orders() ).toMatchObject( {
			question: 'none',
			subtracted: 'uncounted',
			question_text: '',
			subtracted_text: expect.stringMatching(
				/^Orders of the last 14 days that KeyCRM does not count yet/
			),
		} );
		await session.hold( { mode: 'off', detect: true } );
		expect( await orders() ).toMatchObject( {
			question: 'how',
			subtracted: 'none',
			question_text: expect.stringMatching( /can be sold twice\.$/ ),
			subtracted_text: 'No order is subtracted.',
		} );
		await session.hold( { mode: 'off', detect: false } );
		expect( await orders() ).toMatchObject( {
			question: 'none',
			subtracted: 'none',
		} );
	} );

	it( 'with “not at all” completed orders stay subtracted up to the age limit, and KeyCRM is not asked', async () => {
		await session.hold( { mode: 'not_sent' } );
		const id = await session.buy( goods.cap, 2, 'completed' );
		session.keycrm.log.clear();
		await session.syncs();
		expect( await session.stock() ).toBe( 2 );
		expect(
			session.keycrm.log
				.entries()
				.filter( ( { endpoint } ) => endpoint.includes( '/order' ) )
		).toEqual( [] );
		expect( await orders() ).toMatchObject( {
			question: 'none',
			subtracted: 'all',
		} );
		await ageOrder( session.shop, id, 15 );
		await session.syncs();
		expect( await session.stock() ).toBe( 4 );
	} );

	it.each( [
		[ 'a fresh shop', `delete_option( '${ OPTION }' );`, 'auto' ],
		[
			'a shop that saved its settings before orders could be held',
			`$row = get_option( '${ OPTION }' ); unset( $row['hold_orders'] ); update_option( '${ OPTION }', $row );`,
			'off',
		],
		[
			'a shop whose owner has left it off',
			`$row = get_option( '${ OPTION }' ); $row['hold_orders']['mode'] = 'off'; update_option( '${ OPTION }', $row );`,
			'off',
		],
		[
			'a shop with a way that no version knows',
			`$row = get_option( '${ OPTION }' ); $row['hold_orders']['mode'] = 'guess'; update_option( '${ OPTION }', $row );`,
			'auto',
		],
	] )( 'chooses the right default for %s', async ( _words, code, mode ) => {
		const before = await session.shop.php(
			`return get_option( '${ OPTION }' );`
		);
		await session.shop.php( `${ code } return true;` );
		const { hold_orders } = settingsSchema.parse(
			await call( session.shop, 'GET', '/settings' )
		);
		expect( hold_orders.mode ).toBe( mode );
		// The mode stays when another setting is saved.
		await call( session.shop, 'POST', '/settings', { buffer: 1 } );
		expect(
			settingsSchema.parse(
				await call( session.shop, 'GET', '/settings' )
			).hold_orders
		).toEqual( hold_orders );
		await session.shop.php(
			`return update_option( '${ OPTION }', json_decode( '${ JSON.stringify(
				before
			) }', true ) );`
		);
	} );
} );
