/** Tests how the shop's channel in KeyCRM is detected: never by one order, and two matches are left to the owner. */
import { HOLD_DEFAULTS } from '../../../src-admin/contract';
import {
	MARKET,
	openChannels,
	OTHER_SHOP,
	OURS,
} from '../support/orders/order-channels';
import type { ChannelsSession } from '../support/orders/order-channels';
import { PLACES } from '../support/orders/orders-session';

const DAY = 86_400_000;

describe.each( PLACES )( 'orders %s', ( _, tables ) => {
	let session: ChannelsSession;

	beforeAll( async () => {
		session = await openChannels( tables );
	} );
	afterAll( () => session.stop() );
	beforeEach( () => session.begin() );

	it( 'is detected by several orders with the same number, lines and time, and no setting changes', async () => {
		const before = await session.stored();
		session.send( OURS, 3 );
		await session.syncs();
		expect( await session.orders() ).toMatchObject( {
			question: 'none',
			subtracted: 'uncounted',
			source_id: OURS,
		} );
		expect( await session.stored() ).toEqual( before );
		// It is known now, so the next run does not search for it.
		session.keycrm.log.clear();
		await session.syncs();
		expect(
			session.keycrm.log.entries().map( ( { endpoint } ) => endpoint )
		).toEqual( [ 'GET /order', 'GET /offers/stocks', 'GET /order' ] );
	} );

	it.each< [ string, () => unknown ] >( [
		[ 'of one order', () => session.send( OTHER_SHOP, 1 ) ],
		[ 'of two orders', () => session.send( OTHER_SHOP, 2 ) ],
		[
			'of orders with the same numbers and one SKU in common',
			() =>
				session.send( OTHER_SHOP, 3, () => ( {
					products: [
						{ sku: 'CAP', quantity: 1 },
						{ sku: 'SHIRT', quantity: 1 },
					],
				} ) ),
		],
		[
			'of orders with the same numbers and lines, made days before',
			() =>
				session.send( OTHER_SHOP, 3, () => ( {
					ordered_ms: Date.now() - 5 * DAY,
				} ) ),
		],
		[
			'of a kind that is no WordPress shop',
			() => session.send( MARKET, 3 ),
		],
	] )( 'is not taken for ours because %s', async ( _words, prepare ) => {
		prepare();
		await session.syncs();
		expect( await session.orders() ).toMatchObject( {
			question: 'how',
			subtracted: 'all',
			source_id: 0,
		} );
		expect( await session.stock() ).toBe( 6 );
		await session.searchAgain();
		await session.syncs();
		expect( await session.stock() ).toBe( 6 );
	} );

	it( 'is asked for when two channels match', async () => {
		session.send( OURS, 3 );
		session.send( OTHER_SHOP, 3 );
		await session.syncs();
		expect( await session.orders() ).toMatchObject( {
			question: 'which_channel',
			subtracted: 'all',
			source_id: 0,
			candidates: [
				{ id: OURS, name: 'Крамниця', orders: 3 },
				{ id: OTHER_SHOP, name: 'Інша крамниця', orders: 3 },
			],
		} );
		await session.hold( { ...HOLD_DEFAULTS, source_id: OTHER_SHOP } );
		expect( await session.orders() ).toMatchObject( {
			question: 'none',
			source_id: OTHER_SHOP,
		} );
	} );

	it( 'is detected when numbers have a prefix, and times another time zone', async () => {
		session.send( OURS, 3, ( place ) => ( {
			source_uuid: `№${ session.bought()[ place ] }`,
			ordered_ms: Date.now() - 3 * 3_600_000,
		} ) );
		await session.syncs();
		expect( ( await session.orders() ).source_id ).toBe( OURS );
	} );
} );
