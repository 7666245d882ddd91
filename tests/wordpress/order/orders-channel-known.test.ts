/** Tests a channel that was detected: it is not final, and it never overrides the owner's choice. */
import type { HoldOrders } from '../../../src-admin/contract';
import {
	MARKET,
	openChannels,
	OTHER_SHOP,
	OURS,
} from '../support/orders/order-channels';
import type { ChannelsSession } from '../support/orders/order-channels';

let session: ChannelsSession;

beforeAll( async () => {
	session = await openChannels( true );
} );
afterAll( () => session.stop() );
beforeEach( () => session.begin() );

it( 'is dropped when it proves to be another shop’s', async () => {
	session.send( OTHER_SHOP, 3 );
	await session.syncs();
	expect( ( await session.orders() ).source_id ).toBe( OTHER_SHOP );
	session.send( OURS, 3 );
	await session.searchAgain();
	await session.syncs();
	expect( await session.orders() ).toMatchObject( {
		question: 'which_channel',
		question_text: expect.stringMatching(
			/more than one sales channel of KeyCRM, and only you know/
		),
		subtracted: 'all',
		subtracted_text: expect.stringMatching(
			/^Each order of the last 14 days stays/
		),
		source_id: 0,
	} );
} );

it( 'is kept when it has no new orders', async () => {
	const sent = session.send( OURS, 3 );
	await session.syncs();
	sent.forEach( ( id ) => session.keycrm.world.orders.remove( id ) );
	await session.searchAgain();
	await session.syncs();
	expect( ( await session.orders() ).source_id ).toBe( OURS );
} );

it.each( [ 'ignored', 'refused' ] as const )(
	'is detected when the filter by source kind is %s',
	async ( source_filter ) => {
		session.keycrm.world.behave( { source_filter } );
		session.send( OURS, 3 );
		await session.syncs();
		expect( ( await session.orders() ).source_id ).toBe( OURS );
	}
);

it.each< [ string, Partial< HoldOrders >, object ] >( [
	[
		'as the owner has chosen it, whatever was found',
		{ mode: 'keycrm_orders', source_id: MARKET },
		{ question: 'none', source_id: MARKET },
	],
	[
		'by itself in a shop that left this to the plugin before',
		{ mode: 'off', detect: true },
		{ question: 'none', source_id: OURS, subtracted: 'uncounted' },
	],
	[
		'not where the owner does not want it',
		{ mode: 'off', detect: false },
		{ question: 'none', source_id: 0, subtracted: 'none' },
	],
	[
		'by itself where the owner has said only that KeyCRM is to be asked',
		{ mode: 'keycrm_orders' },
		{ question: 'none', source_id: OURS },
	],
] )( 'is used %s', async ( _words, hold, expected ) => {
	session.send( OURS, 3 );
	await session.hold( hold );
	await session.syncs();
	expect( await session.orders() ).toMatchObject( expected );
} );

it( 'is asked for when KeyCRM is to be asked and no channel matches', async () => {
	await session.hold( { mode: 'keycrm_orders' } );
	await session.syncs();
	expect( await session.orders() ).toMatchObject( {
		question: 'which_channel',
		subtracted: 'all',
		subtracted_text: expect.stringMatching(
			/^Until the sync has found them there, each order/
		),
		candidates: [
			{ id: OURS, name: 'Крамниця', orders: 0 },
			{ id: OTHER_SHOP, name: 'Інша крамниця', orders: 0 },
		],
	} );
} );
