import { get, offers, start, stocks, stopAll } from './client';

afterEach( stopAll );

const DOWN = { kind: 'status', status: 503 } as const;

describe( 'scope of a fault', () => {
	const seen = async ( pages: number[] ) => {
		const server = await start( { catalogue: offers( 200 ) } );
		return {
			server,
			run: async () => {
				const list: number[] = [];
				for ( const page of pages ) {
					list.push( ( await stocks( server, { page } ) ).status );
				}
				return list;
			},
		};
	};

	it( 'without a limit a fault stays until it is removed', async () => {
		const { server, run } = await seen( [ 1, 2, 3 ] );
		const id = server.faults.add( DOWN );
		expect( await run() ).toEqual( [ 503, 503, 503 ] );
		server.faults.remove( id );
		expect( await run() ).toEqual( [ 200, 200, 200 ] );
	} );

	it( 'a fault can end after n requests', async () => {
		const { server, run } = await seen( [ 1, 2, 3 ] );
		server.faults.add( DOWN, { next: 2 } );
		expect( await run() ).toEqual( [ 503, 503, 200 ] );
		expect( server.faults.list() ).toEqual( [] );
	} );

	it( 'a fault can begin after n requests', async () => {
		const { server, run } = await seen( [ 1, 2, 3, 4 ] );
		server.faults.add( DOWN, { after: 1, next: 2 } );
		expect( await run() ).toEqual( [ 200, 503, 503, 200 ] );
	} );

	it( 'a fault can affect only one page', async () => {
		const { server, run } = await seen( [ 1, 2, 2, 3 ] );
		server.faults.add( DOWN, { page: 2, next: 1 } );
		expect( await run() ).toEqual( [ 200, 503, 200, 200 ] );
	} );

	it( 'a fault can affect only one endpoint', async () => {
		const { server, run } = await seen( [ 1 ] );
		server.faults.add( DOWN, { endpoint: 'GET /offers' } );
		expect( await run() ).toEqual( [ 200 ] );
		expect( ( await get( server, '/offers' ) ).status ).toBe( 503 );
	} );

	it( 'requests that the server refuses do not count', async () => {
		const { server, run } = await seen( [ 1 ] );
		server.faults.add( DOWN, { next: 1 } );
		await fetch( `${ server.url }/offers/stocks` );
		expect( await run() ).toEqual( [ 503 ] );
	} );
} );
