/** Tests that no request to our routes causes a 5xx, a warning or a notice, whatever it holds. */
import { hostileRequests } from '../support/faults/hostile';
import { API, call, openSession, sync } from '../support/session';
import type { Session } from '../support/session';
import { offers, sell } from '../support/shops/small-shop';

const SEED = 20_261_128;
const AT_ONCE = 250;
/** Native PHP gets a few thousand requests, php-wasm fewer because it is slow. */
const TIMES = process.env[ 'TEST_WORLD' ] === 'native' ? 12 : 1;

let session: Session;
beforeAll( async () => {
	session = await openSession( { offers: offers( 60 ) } );
	await sell( session, [ 'Q-0', 'Q-1', 'Q-2', 'no-such' ] );
	await sync( session.shop );
} );
afterAll( () => session.stop() );

it.each( Array.from( { length: TIMES }, ( _, place ) => SEED + place ) )(
	'answers random requests from seed %d without an error',
	async ( seed ) => {
		const wrong = await session.shop.php(
			hostileRequests( seed, AT_ONCE )
		);
		expect( wrong ).toEqual( [] );
	}
);

const LISTS = [ '/runs', '/changes', '/runs/1/changes', '/unmatched' ];

it.each( LISTS )(
	'%s: a page beyond the last is an empty list',
	async ( path ) => {
		for ( const page of [ 999, 1_000_000 ] ) {
			expect(
				await call(
					session.shop,
					'GET',
					`${ path }?page=${ page }&per_page=100`
				)
			).toMatchObject( { items: [], page } );
		}
		for ( const page of [
			'1e30',
			'1e309',
			'1000001',
			'0',
			'-1',
			'1.5',
			'x',
		] ) {
			const answer = await session.shop.request(
				`${ API }${ path }?page=${ page }`,
				{ as: 'shop_manager' }
			);
			expect( [ page, answer.status ] ).toEqual( [ page, 400 ] );
		}
	}
);

it.each( [ '7', '1e999', '"text"', 'true', 'false' ] )(
	'every route with a body refuses %s',
	async ( body ) => {
		const { shop } = session;
		for ( const path of [
			'/settings',
			'/runs',
			'/runs/1/step',
			'/connection',
			'/warehouses',
			'/unmatched/include',
		] ) {
			const answer = await shop.request( API + path, {
				method: 'POST',
				as: 'shop_manager',
				body,
				headers: { 'Content-Type': 'application/json' },
			} );
			expect( answer ).toMatchObject( {
				status: 400,
				json: { code: 'keycrm_stock_body_not_an_object' },
			} );
		}
		expect( shop.log() ).not.toMatch( /PHP (Warning|Notice|Fatal)/ );
	}
);

it( 'reads the id and the token only from the path', async () => {
	const { shop } = session;
	expect( await call( shop, 'GET', '/runs/1?id=999' ) ).toMatchObject( {
		id: 1,
	} );
	const tick = await shop.request( `${ API }/tick/wrong`, {
		method: 'POST',
		body: { token: [ 'x' ] },
	} );
	expect( tick.status ).toBe( 404 );
	expect( shop.log() ).not.toMatch( /PHP (Warning|Notice|Fatal)/ );
} );
