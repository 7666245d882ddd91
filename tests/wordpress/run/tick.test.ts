/** Tests the URL for a server's scheduler: behind caches, with a closed REST API, and after it was renewed. */
import { z } from 'zod';
import { phpFile } from '../../support/php-file';
import { call, openSession } from '../support/session';
import type { Session } from '../support/session';

const API = '/wp-json/keycrm-stock/v1';

/** Caches the answers to GET requests as page caches for REST do, unless a plugin forbids it. */
const CACHE = phpFile( __dirname, 'tick-cache.php' );

/** Refuses REST requests without a login, as security plugins do. */
const CLOSED = `
	add_filter( 'rest_authentication_errors', static function ( $result ) {
		return ! get_option( 'rest_closed' ) || is_user_logged_in() ? $result : new WP_Error( 'rest_not_logged_in', 'Log in.', array( 'status' => 401 ) );
	}, 200 );
`;

const urlSchema = z.object( { tick_url: z.string() } );

let session: Session;

beforeAll( async () => {
	session = await openSession(
		{ offers: [] },
		{ mu: { cache: CACHE, closed: CLOSED } }
	);
} );
afterAll( () => session.stop() );

async function tickPath(): Promise< string > {
	const { tick_url } = urlSchema.parse(
		await call( session.shop, 'GET', '/settings' )
	);
	const url = new URL( tick_url );
	return url.pathname + url.search;
}

it.each( [ 'GET', 'POST' ] as const )(
	'forbids caches to store the answer to a %s',
	async ( method ) => {
		const { shop } = session;
		await shop.php(
			`delete_option( 'litespeed_told' ); return update_option( 'cache_may_keep', true );`
		);
		const answer = await shop.request( await tickPath(), { method } );
		expect( answer ).toMatchObject( {
			status: 200,
			json: { status: 'idle', phase: '' },
		} );
		expect( answer.headers.get( 'cache-control' ) ).toMatch( /no-store/ );
		expect(
			await shop.php(
				`return array( (bool) get_option( 'cache_may_keep' ), (bool) get_option( 'litespeed_told' ) );`
			)
		).toEqual( [ false, true ] );
	}
);

it( 'forbids caches to store the refusal of a wrong token', async () => {
	const answer = await session.shop.request( `${ API }/tick/wrong` );
	expect( answer.status ).toBe( 404 );
	expect( answer.headers.get( 'cache-control' ) ).toMatch( /no-/ );
} );

it( 'is refused without a login when the REST API is closed', async () => {
	const { shop } = session;
	const path = await tickPath();
	await shop.php( `return update_option( 'rest_closed', 1 );` );
	expect( ( await shop.request( path, { method: 'POST' } ) ).status ).toBe(
		401
	);
	await shop.php( `return delete_option( 'rest_closed' );` );
} );

it( 'can be renewed by a user with the right, and the old URL stops working', async () => {
	const { shop } = session;
	const old = await tickPath();
	for ( const as of [ undefined, 'customer' ] as const ) {
		const refused = await shop.request( `${ API }/tick-token`, {
			method: 'POST',
			...( as && { as } ),
			body: {},
		} );
		expect( [ 401, 403 ] ).toContain( refused.status );
	}
	expect( await tickPath() ).toBe( old );

	const { tick_url } = urlSchema.parse(
		await call( shop, 'POST', '/tick-token' )
	);
	const path = await tickPath();
	expect( tick_url ).toContain( path );
	expect( path ).not.toBe( old );
	expect( ( await shop.request( old, { method: 'POST' } ) ).status ).toBe(
		404
	);
	expect( ( await shop.request( path, { method: 'POST' } ) ).status ).toBe(
		200
	);
} );
