/** What becomes of a channel that was found: never for good, and never over the owner's head. */
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

it( 'is given up again when it proves to be another’s', async () => {
	session.send( OTHER_SHOP, 3 );
	await session.syncs();
	expect( ( await session.orders() ).source_id ).toBe( OTHER_SHOP );
	session.send( OURS, 3 );
	await session.searchAgain();
	await session.syncs();
	expect( await session.orders() ).toMatchObject( {
		question: 'which_channel',
		subtracted: 'all',
		source_id: 0,
	} );
} );

it( 'stays when it is only quiet', async () => {
	const sent = session.send( OURS, 3 );
	await session.syncs();
	sent.forEach( ( id ) => session.keycrm.world.orders.remove( id ) );
	await session.searchAgain();
	await session.syncs();
	expect( ( await session.orders() ).source_id ).toBe( OURS );
} );

it.each( [ 'ignored', 'refused' ] as const )(
	'is found too where the filter by kind is %s',
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

it( 'is asked for where KeyCRM is to be asked and none fits', async () => {
	await session.hold( { mode: 'keycrm_orders' } );
	await session.syncs();
	expect( await session.orders() ).toMatchObject( {
		question: 'which_channel',
		subtracted: 'all',
		candidates: [
			{ id: OURS, name: 'Крамниця', orders: 0 },
			{ id: OTHER_SHOP, name: 'Інша крамниця', orders: 0 },
		],
	} );
} );
