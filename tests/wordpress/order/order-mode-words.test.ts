/** The words among which the owner chooses how KeyCRM comes to count the shop's orders. */
import {
	HOLD_MODES,
	settingsSchema,
	type HoldMode,
} from '../../../src-admin/contract';
import { call, openSession, save } from '../support/session';
import type { Session } from '../support/session';
import { offers } from '../support/shops/small-shop';

let session: Session;

beforeAll( async () => {
	session = await openSession( { offers: offers( 1 ) } );
} );
afterAll( () => session.stop() );

const words = async () =>
	settingsSchema.parse( await call( session.shop, 'GET', '/settings' ) );

it( 'names each mode once and explains it in a sentence, the best first', async () => {
	const { order_modes: modes } = await words();
	expect( modes.map( ( { value } ) => value ).sort() ).toEqual(
		[ ...HOLD_MODES ].sort()
	);
	expect( modes[ 0 ] ).toMatchObject( {
		value: 'keycrm_orders',
		label: 'Ask KeyCRM (recommended)',
	} );
	expect( new Set( modes.map( ( { label } ) => label ) ).size ).toBe( 7 );
	for ( const { about } of modes ) {
		expect( about ).toMatch( /^[A-Z].{60,}\.$/ );
	}
} );

it.each< [ HoldMode, HoldMode[] ] >( [
	[ 'auto', [ 'keycrm_orders', 'statuses', 'not_sent' ] ],
	[ 'not_sent', [ 'keycrm_orders', 'statuses', 'not_sent' ] ],
	[
		'plugin_marks',
		[ 'keycrm_orders', 'statuses', 'not_sent', 'plugin_marks' ],
	],
] )(
	'with %s saved, the set-up offers three answers and what is saved',
	async ( mode, answers ) => {
		await save( session.shop, { hold_orders: { mode } } );
		const { order_answers: offered } = await words();
		expect( offered.map( ( { value } ) => value ) ).toEqual( answers );
		expect( offered.map( ( { label } ) => label ).slice( 0, 3 ) ).toEqual( [
			'KeyCRM’s plugin or another integration sends them',
			'Somebody types them in',
			'Not at all',
		] );
	}
);
