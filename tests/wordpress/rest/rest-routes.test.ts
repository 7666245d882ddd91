/** Tests that the plugin's routes answer every form of REST request, although they are registered only then. */
import { z } from 'zod';
import { API, openSession } from '../support/session';
import type { Session } from '../support/session';
import { offers } from '../support/shops/small-shop';

const NAMESPACE = 'keycrm-stock/v1';
const ROUTE = `/${ NAMESPACE }/runs/current`;

let session: Session;

beforeAll( async () => {
	session = await openSession( { offers: offers( 1 ) } );
} );
afterAll( () => session.stop() );

const indexSchema = z.object( {
	namespaces: z.array( z.string() ).optional(),
	routes: z.record( z.string(), z.unknown() ),
} );

it.each( [
	[ 'pretty links', `${ API }/runs/current` ],
	[ 'pretty links with a slash at the end', `${ API }/runs/current/` ],
	[ 'a query', `/?rest_route=${ encodeURIComponent( ROUTE ) }` ],
	[ 'a query on index.php', `/index.php?rest_route=${ ROUTE }/` ],
] )( 'are registered for a request by %s', async ( _, address ) => {
	const { status, json } = await session.shop.request( address, {
		as: 'shop_manager',
	} );
	expect( status ).toBe( 200 );
	expect( json ).toMatchObject( { run: null } );
} );

it.each( [
	[ 'the list of all routes', '/wp-json/' ],
	[ 'the list of all routes by a query', '/?rest_route=/' ],
	[ 'the list of ours', API ],
] )( 'are listed in %s', async ( _, address ) => {
	const { json } = await session.shop.request( address );
	expect( Object.keys( indexSchema.parse( json ).routes ) ).toContain(
		ROUTE
	);
} );

it( 'are registered for an OPTIONS request', async () => {
	const answer = await fetch( `${ session.shop.url }${ API }/runs`, {
		method: 'OPTIONS',
	} );
	expect( await answer.json() ).toMatchObject( {
		namespace: NAMESPACE,
		methods: [ 'GET', 'POST' ],
	} );
} );

it( 'are registered for PHP code, also after a request to another plugin’s route', async () => {
	expect(
		await session.shop.php( `
			wp_set_current_user( get_user_by( 'login', 'shop_manager' )->ID );
			$ask = static fn ( string $route ): int => rest_do_request( new WP_REST_Request( 'GET', $route ) )->get_status();
			return array( $ask( '/wp/v2/types' ), $ask( '${ ROUTE }' ), $ask( '${ ROUTE }' ), $ask( '/keycrm-stock/v10' ) );` )
	).toEqual( [ 200, 200, 200, 404 ] );
} );

it( 'are not registered for a request to another plugin’s namespace', async () => {
	expect(
		await session.shop.php( `
			rest_do_request( new WP_REST_Request( 'GET', '/wp/v2/types' ) );
			rest_do_request( new WP_REST_Request( 'GET', '/keycrm-stock/v10' ) );
			return class_exists( 'KeyCrmStock\\\\Services', false );` )
	).toBe( false );
} );
