/** Tests that POST /settings names the wrong field in the owner's terms. */
import { z } from 'zod';
import { API, call, openSession, save } from '../support/session';
import type { Session } from '../support/session';

let session: Session;

beforeAll( async () => {
	session = await openSession( { offers: [] } );
} );
afterAll( () => session.stop() );

const refusalSchema = z.object( {
	code: z.literal( 'rest_invalid_param' ),
	data: z.object( { params: z.record( z.string(), z.string() ) } ),
} );

async function refused( patch: Record< string, unknown > ) {
	const { status, json } = await session.shop.request( `${ API }/settings`, {
		method: 'POST',
		as: 'shop_manager',
		body: patch,
	} );
	expect( status ).toBe( 400 );
	return refusalSchema.parse( json ).data.params;
}

it.each( [
	[
		{ guard: { max_drop_percent: 900, min_products: -1 } },
		{
			'guard.max_drop_percent': 'Enter 100 or less.',
			'guard.min_products': 'Enter 0 or more.',
		},
	],
	[ { buffer: 1.5 }, { buffer: 'Enter a whole number.' } ],
	[
		{ notify: { emails: [ 'one@shop.example', 'two' ] } },
		{ 'notify.emails.1': 'This is not an e-mail address.' },
	],
	[
		{ schedule: { every_minutes: 7 } },
		{
			'schedule.every_minutes':
				'Choose one of 5, 15, 30, 60, 120, 360, 720, 1440.',
		},
	],
	[
		{
			warehouse_limits: [
				{ warehouse_id: 1, kind: 'share', percent: 101, pieces: 0 },
			],
		},
		{ 'warehouse_limits.0.percent': 'Enter 100 or less.' },
	],
	[
		{
			warehouse_limits: [ 1, 1 ].map( ( warehouse_id ) => ( {
				warehouse_id,
				kind: 'share',
				percent: 10,
				pieces: 0,
			} ) ),
		},
		{
			warehouse_limits:
				'Each warehouse can have one limit. Remove the second one.',
		},
	],
	[ { buffer: null }, { buffer: 'Enter a whole number.' } ],
] )( 'names the field of %j', async ( patch, params ) => {
	expect( await refused( patch ) ).toEqual( params );
} );

it( 'saves nothing when any field is wrong', async () => {
	await save( session.shop, { buffer: 4 } );
	await refused( { buffer: 5, log_days: 0 } );
	expect( await call( session.shop, 'GET', '/settings' ) ).toMatchObject( {
		buffer: 4,
	} );
} );
