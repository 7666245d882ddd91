import { control, get, offers, start, stocks, stopAll } from './client';

afterEach( stopAll );

describe( 'control address', () => {
	it( 'adds seeds and resets the account', async () => {
		const server = await start();
		const seeded = async ( body: object ) => {
			await control( server, 'reset' );
			return ( await control( server, 'seed', body ) ).json;
		};
		expect( await seeded( { catalogue: offers( 3 ) } ) ).toEqual( {
			offers: 3,
		} );
		expect( ( await stocks( server ) ).ids() ).toEqual( [ 1, 2, 3 ] );
		expect( await seeded( { generated: 51 } ) ).toEqual( { offers: 51 } );
		expect( await seeded( { demo: true } ) ).toEqual( { offers: 110 } );
	} );

	it( 'sets and clears faults', async () => {
		const server = await start();
		const fault = { kind: 'status', status: 500 };
		await control( server, 'faults/add', { fault, scope: { next: 5 } } );
		expect( ( await stocks( server ) ).status ).toBe( 500 );
		const listed = await control( server, 'faults' );
		expect( listed.json ).toMatchObject( {
			faults: [ { fault, seen: 1 } ],
		} );
		await control( server, 'faults/clear' );
		expect( ( await stocks( server ) ).status ).toBe( 200 );
	} );

	it( 'refuses unknown actions and invalid bodies', async () => {
		const server = await start();
		const fault = { kind: 'gremlins' };
		const bad = await control( server, 'faults/add', { fault } );
		expect( bad.status ).toBe( 400 );
		const scope = { endpoint: 'GET /nothing' };
		const hang = { kind: 'hang' };
		expect(
			( await control( server, 'faults/add', { fault: hang, scope } ) )
				.status
		).toBe( 400 );
		expect( ( await control( server, 'nothing' ) ).status ).toBe( 404 );
		const typo = await control( server, 'behaviour', { limit: 5 } );
		expect( typo.status ).toBe( 400 );
	} );

	it( 'moves the clock and changes switches and the key', async () => {
		const server = await start();
		const set_ms = Date.parse( '2026-01-01T00:00:00Z' );
		await control( server, 'clock', { set_ms, advance_ms: 500, speed: 0 } );
		expect( server.clock.now() ).toBe( set_ms + 500 );
		await control( server, 'behaviour', { limit_per_minute: 1 } );
		expect( ( await stocks( server ) ).status ).toBe( 200 );
		expect( ( await stocks( server ) ).status ).toBe( 429 );
		await control( server, 'key', { key: 'another' } );
		expect( ( await stocks( server ) ).status ).toBe( 401 );
	} );

	it( 'moves stock', async () => {
		const server = await start( { catalogue: offers( 3 ) } );
		const where = { offer_id: 3, warehouse_id: 1 };
		await control( server, 'stock/move', { ...where, reserve: 1 } );
		const set = await control( server, 'stock/set', {
			...where,
			quantity: 12,
		} );
		expect( set.json ).toMatchObject( { quantity: 12, reserve: 1 } );
		const lost = { ...where, offer_id: 9, quantity: 1 };
		expect( ( await control( server, 'stock/set', lost ) ).status ).toBe(
			400
		);
	} );

	it( 'makes orders', async () => {
		const server = await start( { catalogue: offers( 3 ) } );
		const products = [ { offer_id: 3, quantity: 1 } ];
		const made = await control( server, 'orders/create', { products } );
		expect( made.json ).toEqual( { id: 40001 } );
		await control( server, 'orders/status', { id: 40001, status_id: 2 } );
		const query = { 'filter[offers_id]': 3 };
		const [ row ] = ( await stocks( server, query ) ).page().data;
		expect( row?.reserve ).toBe( 1 );
		await control( server, 'orders/remove', { id: 40001 } );
		const { json } = await get( server, '/order/40001' );
		expect( Object( json ).deleted_at ).not.toBeNull();
	} );

	it( 'finds offers for the page', async () => {
		const server = await start();
		await control( server, 'seed', { demo: true } );
		const found = await control( server, 'offers', { search: 'паляниця' } );
		expect( found.json ).toMatchObject( {
			total: 3,
			items: [ { variant: 'S' }, { variant: 'M' }, { variant: 'L' } ],
		} );
	} );
} );

describe( 'request log', () => {
	it( 'holds everything but the key', async () => {
		const server = await start( { catalogue: offers( 3 ) } );
		server.clock.run( 0 );
		server.clock.set( Date.parse( '2026-08-01T10:00:00Z' ) );
		await stocks( server, { limit: 50, page: 2 } );
		await fetch( `${ server.url }/nowhere`, {
			method: 'POST',
			body: '{"a":1}',
			headers: { Authorization: 'Bearer wrong' },
		} );
		const { json, text } = await control( server, 'log' );
		expect( json ).toMatchObject( {
			counts: { 'GET /offers/stocks': 1, 'POST ?': 1 },
			entries: [
				{
					number: 1,
					at: '2026-08-01T10:00:00.000000Z',
					method: 'GET',
					address: '/v1/offers/stocks?limit=50&page=2',
					endpoint: 'GET /offers/stocks',
					query: { limit: '50', page: '2' },
					headers: {
						accept: 'application/json',
						authorization: 'matched',
					},
					status: 200,
				},
				{
					body: '{"a":1}',
					headers: { authorization: 'wrong' },
					status: 404,
				},
			],
		} );
		expect( text ).not.toContain( server.key );
		expect( server.log.writes() ).toHaveLength( 1 );
		await control( server, 'log/clear' );
		expect( server.log.entries() ).toEqual( [] );
	} );

	it( 'names the faults that took part', async () => {
		const server = await start();
		server.faults.add( { kind: 'shuffle' } );
		await stocks( server );
		expect( server.log.entries()[ 0 ]?.faults ).toEqual( [ 'shuffle' ] );
	} );
} );

describe( 'page for people', () => {
	it.each( [
		[ '/', 'text/html', 'Demo KeyCRM' ],
		[ '/page/style.css', 'text/css', '--accent' ],
		[ '/page/main', 'text/javascript', 'moveStock' ],
	] )( 'serves %s', async ( path, type, text ) => {
		const server = await start();
		const response = await fetch( server.origin + path );
		expect( response.headers.get( 'content-type' ) ).toContain( type );
		expect( await response.text() ).toContain( text );
	} );

	it( 'answers 404 for any other file', async () => {
		const server = await start();
		const response = await fetch( `${ server.origin }/page/nothing` );
		expect( response.status ).toBe( 404 );
	} );
} );
