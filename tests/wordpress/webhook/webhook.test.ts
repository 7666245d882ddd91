/** Tests the webhook URL: who is accepted, what is answered, what is marked, and at what cost. */
import { z } from 'zod';
import {
	refuse,
	REFUSE_STATEMENTS,
	refuseNothing,
} from '../support/faults/refused-statements';
import { API, call, openSession, save, sync } from '../support/session';
import type { Session } from '../support/session';
import { offers, sell } from '../support/shops/small-shop';
import {
	aboutOrder,
	aboutStock,
	NO_WAKE_UP,
	COUNT_STATEMENTS,
	ours,
	post,
	stateOf,
	webhookPath,
} from '../support/webhooks';

let session: Session;
let path: string;

beforeAll( async () => {
	session = await openSession(
		{ offers: offers( 20 ) },
		{
			constants: { SAVEQUERIES: true },
			mu: {
				counter: COUNT_STATEMENTS,
				refuse: REFUSE_STATEMENTS,
				asleep: NO_WAKE_UP,
			},
		}
	);
	await sell( session, [ 'Q-0', 'Q-1' ] );
	await sync( session.shop );
	path = await webhookPath( session.shop );
} );
afterAll( () => session.stop() );
beforeEach( async () => {
	refuseNothing( session.shop );
	await session.shop.sql( 'DELETE FROM wp_keycrm_stock_dirty' );
} );

const send = ( body: string, type?: string ) =>
	post( session.shop, path, body, type );

async function dirty(): Promise< ( number | string )[] > {
	const rows = z
		.array( z.object( { offer_id: z.coerce.number(), sku: z.string() } ) )
		.parse(
			await session.shop.sql(
				"SELECT offer_id, sku FROM wp_keycrm_stock_dirty WHERE offer_id > 0 OR sku <> '' ORDER BY offer_id, sku"
			)
		);
	return rows.map( ( { offer_id, sku } ) => sku || offer_id );
}

describe( 'an accepted message', () => {
	it.each( [
		[ 'stock', aboutStock( 3, 4 ), 'stock', [ 3, 4 ] ],
		[ 'a single item', '{"offer_id":"5","sku":null}', 'stock', [ 5 ] ],
		[ 'an SKU', '\uFEFF[{"sku":"Q-1"}]', 'stock', [ 'Q-1' ] ],
		[ 'an order', aboutOrder( 7 ), 'order', [] ],
		[ 'a lead', aboutOrder( 7, 'lead.change_lead_status' ), 'nothing', [] ],
		[ 'an empty list', '[]', 'nothing', [] ],
		[ 'a number', '7', 'nothing', [] ],
		[ 'a text', '"offer"', 'nothing', [] ],
	] )(
		'%s: answers 200 and marks the named offers',
		async ( _name, body, received, marked ) => {
			const answer = await send( body );
			expect( answer ).toMatchObject( {
				status: 200,
				json: { received },
			} );
			expect( answer.headers.get( 'Cache-Control' ) ).toMatch(
				/no-store/
			);
			expect( await dirty() ).toEqual( marked );
		}
	);

	it.each( [
		'application/json; charset=utf-8',
		'text/plain',
		'application/x-www-form-urlencoded',
		'application/octet-stream',
	] )( 'is read whatever its content type: %s', async ( type ) => {
		expect( await send( aboutStock( 3 ), type ) ).toMatchObject( {
			status: 200,
			json: { received: 'stock' },
		} );
		expect( await dirty() ).toEqual( [ 3 ] );
	} );

	it( 'changes neither levels nor products, because its quantities cannot be trusted', async () => {
		const before = await stateOf( session.shop );
		const asked = session.keycrm.log.entries().length;
		await send(
			'[{"offer_id":1,"sku":"Q-0","in_stock":999,"in_reserve":0},{"offer_id":2,"in_stock":-5}]'
		);
		expect( await stateOf( session.shop ) ).toEqual( before );
		expect( session.keycrm.log.entries() ).toHaveLength( asked );
	} );

	it( 'marks an offer once, however often it is named', async () => {
		for ( let times = 0; times < 3; times++ ) {
			expect( ( await send( aboutStock( 3, 3, 4 ) ) ).status ).toBe(
				200
			);
		}
		expect( await dirty() ).toEqual( [ 3, 4 ] );
	} );
} );

describe( 'a refused message', () => {
	it( 'with a wrong secret: 404 for any body, without one statement of ours', async () => {
		const unknownRoute = await session.shop.request(
			'/wp-json/nobody/v1/x',
			{
				method: 'POST',
				body: '[]',
			}
		);
		for ( const body of [
			aboutStock( 3 ),
			'{',
			'7',
			'x'.repeat( 1024 * 1024 + 1 ),
		] ) {
			for ( const wrong of [
				`${ API }/webhook/wrong`,
				path.slice( 0, -1 ),
				`${ path }x`,
				path.toLowerCase(),
				path.replace( '/webhook/', '/WEBHOOK/' ).slice( 0, -1 ),
			] ) {
				const answer = await post( session.shop, wrong, body );
				expect( [ wrong, answer.status ] ).toEqual( [ wrong, 404 ] );
				expect( answer.json ).toMatchObject( {
					code: 'keycrm_stock_webhook_not_found',
				} );
				// The controller is reached by the spelling that WordPress also accepts.
				if ( ! wrong.includes( 'WEBHOOK' ) ) {
					expect( ours( answer.headers ) ).toEqual( [] );
					expect( answer.headers.get( 'X-Statements' ) ).toBe(
						unknownRoute.headers.get( 'X-Statements' )
					);
				}
			}
		}
		expect( await dirty() ).toEqual( [] );
	} );

	it( 'by GET, even with the right secret', async () => {
		const answer = await session.shop.request( path );
		expect( answer.status ).toBe( 404 );
	} );

	it( 'with more than 1 MiB, or more than 10,000 items: 413', async () => {
		const whole = aboutStock( 3 ).padEnd( 1024 * 1024, ' ' );
		expect( ( await send( whole ) ).status ).toBe( 200 );
		for ( const body of [
			`${ whole } `,
			`[${ Array( 10_001 ).fill( '{"offer_id":3}' ).join( ',' ) }]`,
		] ) {
			expect( await send( body ) ).toMatchObject( {
				status: 413,
				json: { code: 'keycrm_stock_webhook_too_large' },
			} );
		}
	} );

	it.each( [ '', 'a=1', '[{"offer_id":7', '<html></html>' ] )(
		'without JSON: 400 (%j)',
		async ( body ) => {
			for ( const type of [ 'application/json', 'text/plain' ] ) {
				expect( await send( body, type ) ).toMatchObject( {
					status: 400,
					json: { code: 'keycrm_stock_webhook_not_json' },
				} );
			}
		}
	);

	it( 'while webhooks are disabled: 404, and nothing is marked', async () => {
		await save( session.shop, { webhook: { enabled: false } } );
		expect( await send( aboutStock( 3 ) ) ).toMatchObject( {
			status: 404,
			json: { code: 'keycrm_stock_webhook_not_found' },
		} );
		expect( await dirty() ).toEqual( [] );
		await save( session.shop, { webhook: { enabled: true } } );
		expect( ( await send( aboutStock( 3 ) ) ).status ).toBe( 200 );
	} );

	it( 'when marks cannot be stored: 503, without the database’s error text', async () => {
		refuse( session.shop, '/INSERT INTO wp_keycrm_stock_dirty/' );
		const answer = await send( aboutStock( 3 ) );
		expect( answer ).toMatchObject( {
			status: 503,
			json: { code: 'keycrm_stock_database' },
		} );
		expect( answer.text ).not.toContain( 'no_such_table' );
	} );

	it( 'but not when only the record of the message cannot be stored', async () => {
		refuse( session.shop, '/keycrm_stock_webhook_last/' );
		expect( ( await send( aboutStock( 3 ) ) ).status ).toBe( 200 );
		expect( await dirty() ).toEqual( [ 3 ] );
	} );
} );

describe( 'a new URL', () => {
	it( 'replaces the old one at once', async () => {
		const { shop } = session;
		await call( shop, 'POST', '/webhook-token' );
		const renewed = await webhookPath( shop );
		expect( renewed ).not.toBe( path );
		expect( ( await send( aboutStock( 3 ) ) ).status ).toBe( 404 );
		path = renewed;
		expect( ( await send( aboutStock( 3 ) ) ).status ).toBe( 200 );
	} );

	it.each( [ 'guest', 'customer', 'editor' ] as const )(
		'is neither shown to nor made by %s',
		async ( as ) => {
			const { shop } = session;
			for ( const [ method, route ] of [
				[ 'GET', '/webhook' ],
				[ 'POST', '/webhook-token' ],
				[ 'POST', '/webhook-test' ],
			] as const ) {
				const answer = await shop.request( API + route, {
					method,
					as,
					...( method === 'POST' && { body: {} } ),
				} );
				expect( [ 401, 403 ] ).toContain( answer.status );
				expect( answer.text ).not.toContain( path );
			}
			expect( await webhookPath( shop ) ).toBe( path );
		}
	);
} );
