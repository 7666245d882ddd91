import { start, stocks, stopAll } from './client';
import type { BehaviourPatch } from '../../support/keycrm-server';

afterEach( stopAll );

const limited = ( behaviour: BehaviourPatch ) =>
	start( { behaviour: { limit_per_minute: 3, ...behaviour }, speed: 0 } );

const statuses = async (
	server: Awaited< ReturnType< typeof start > >,
	count: number
) => {
	const list: number[] = [];
	for ( let request = 0; request < count; request++ ) {
		list.push( ( await stocks( server ) ).status );
	}
	return list;
};

describe( 'limiter', () => {
	it( 'allows only the limit’s number of requests within any 60 seconds', async () => {
		const server = await limited( {} );
		expect( await statuses( server, 2 ) ).toEqual( [ 200, 200 ] );
		server.clock.advance( 40_000 );
		expect( await statuses( server, 2 ) ).toEqual( [ 200, 429 ] );
		server.clock.advance( 20_000 );
		expect( await statuses( server, 3 ) ).toEqual( [ 200, 200, 429 ] );
	} );

	it( 'can count in fixed windows', async () => {
		const server = await limited( { limiter_window: 'fixed' } );
		await statuses( server, 1 );
		server.clock.advance( 50_000 );
		expect( await statuses( server, 3 ) ).toEqual( [ 200, 200, 429 ] );
		server.clock.advance( 10_000 );
		expect( await statuses( server, 4 ) ).toEqual( [ 200, 200, 200, 429 ] );
	} );

	it( 'has a limit of 60 a minute by default', async () => {
		const server = await start( { behaviour: { limit_per_minute: 60 } } );
		const list = await statuses( server, 61 );
		expect( list.indexOf( 429 ) ).toBe( 60 );
	} );

	it( 'sends no Retry-After, or one in any of several forms', async () => {
		const server = await limited( {} );
		await statuses( server, 3 );
		const bare = await stocks( server );
		expect( bare.json ).toEqual( { message: 'Too Many Attempts.' } );
		expect( bare.headers.get( 'retry-after' ) ).toBeNull();
		server.clock.advance( 15_000 );
		const after = async (
			retry_after: BehaviourPatch[ 'retry_after' ]
		) => {
			server.world.behave( { retry_after } );
			return ( await stocks( server ) ).headers.get( 'retry-after' );
		};
		expect( await after( { as: 'seconds' } ) ).toBe( '45' );
		expect( await after( { as: 'seconds', seconds: -3 } ) ).toBe( '-3' );
		expect( await after( { as: 'text', text: 'soon' } ) ).toBe( 'soon' );
		const date = ( await after( { as: 'date' } ) ) ?? '';
		const ahead = Date.parse( date ) - server.clock.now();
		expect( Math.abs( ahead - 45_000 ) ).toBeLessThan( 1000 );
	} );

	it( 'sends the budget in headers if switched on', async () => {
		const server = await limited( { rate_limit_headers: 'sent' } );
		const { headers } = await stocks( server );
		expect( headers.get( 'x-ratelimit-limit' ) ).toBe( '3' );
		expect( headers.get( 'x-ratelimit-remaining' ) ).toBe( '2' );
	} );

	it( 'shares the budget with other programs', async () => {
		const server = await limited( { spent_by_others: 1 } );
		expect( await statuses( server, 3 ) ).toEqual( [ 200, 200, 429 ] );
		const other = await limited( {} );
		other.world.limiter.spend( other.key, 2 );
		expect( await statuses( other, 2 ) ).toEqual( [ 200, 429 ] );
	} );

	it( 'counts refused requests only if switched on', async () => {
		const server = await limited( {} );
		await statuses( server, 5 );
		server.clock.advance( 60_000 );
		expect( await statuses( server, 1 ) ).toEqual( [ 200 ] );
		const strict = await limited( { refused_requests: 'counted' } );
		await statuses( strict, 3 );
		strict.clock.advance( 30_000 );
		await statuses( strict, 3 );
		strict.clock.advance( 30_000 );
		expect( await statuses( strict, 1 ) ).toEqual( [ 429 ] );
	} );

	it( 'does not count requests with a wrong key', async () => {
		const server = await limited( {} );
		for ( let request = 0; request < 5; request++ ) {
			const response = await fetch( `${ server.url }/offers/stocks` );
			expect( response.status ).toBe( 401 );
		}
		expect( await statuses( server, 1 ) ).toEqual( [ 200 ] );
	} );
} );
