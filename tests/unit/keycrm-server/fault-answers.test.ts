import { offers, start, stocks, stopAll } from './client';

afterEach( stopAll );

const asked = async (
	fault: Parameters<
		Awaited< ReturnType< typeof start > >[ 'faults' ][ 'add' ]
	>[ 0 ]
) => {
	const server = await start( { catalogue: offers( 3 ) } );
	server.faults.add( fault );
	return stocks( server );
};

describe( 'answers in place of the true one', () => {
	it.each( [
		[ 400, 'Bad Request' ],
		[ 401, 'Unauthenticated.' ],
		[ 402, 'Payment Required' ],
		[ 403, 'Forbidden' ],
		[ 500, 'Server Error' ],
	] )( 'a fault of status %i answers JSON', async ( status, message ) => {
		const answer = await asked( { kind: 'status', status } );
		expect( answer ).toMatchObject( { status, json: { message } } );
	} );

	it.each( [ 414, 502, 503, 504 ] )(
		'a fault of status %i answers HTML',
		async ( status ) => {
			const answer = await asked( { kind: 'status', status } );
			expect( answer.status ).toBe( status );
			expect( answer.text ).toContain( `<title>${ status } ` );
		}
	);

	it( 'a status fault may set the body', async () => {
		const html = { kind: 'status', status: 500, body: 'html' } as const;
		expect( ( await asked( html ) ).text ).toContain( '<html>' );
		const empty = { kind: 'status', status: 500, body: 'empty' } as const;
		expect( ( await asked( empty ) ).text ).toBe( '' );
		const own = {
			kind: 'status',
			status: 403,
			message: 'Blocked',
		} as const;
		expect( ( await asked( own ) ).json ).toEqual( { message: 'Blocked' } );
	} );

	it( 'a rate limit fault may set Retry-After', async () => {
		const answer = await asked( {
			kind: 'rate_limited',
			retry_after: { as: 'seconds', seconds: 86_400 },
		} );
		expect( answer.status ).toBe( 429 );
		expect( answer.headers.get( 'retry-after' ) ).toBe( '86400' );
		const bare = await asked( { kind: 'rate_limited', body: 'html' } );
		expect( bare.headers.get( 'retry-after' ) ).toBeNull();
		expect( bare.text ).toContain( '429 Too Many Requests' );
	} );

	it( 'a redirect leads to an HTML page', async () => {
		const answer = await asked( { kind: 'redirect' } );
		expect( answer.status ).toBe( 302 );
		expect( answer.headers.get( 'location' ) ).toBe( '/login' );
	} );

	it( 'a switch makes errors HTML if the client does not accept JSON', async () => {
		const server = await start();
		const plain = async () =>
			( await fetch( `${ server.url }/offers/stocks` ) ).text();
		expect( await plain() ).toContain( 'Unauthenticated.' );
		server.world.behave( { errors_without_accept: 'html' } );
		expect( await plain() ).toContain( '<html>' );
	} );
} );

describe( 'broken bodies', () => {
	it.each( [
		[ 'html', '<html>' ],
		[ 'empty', '' ],
		[ 'bom', '\uFEFF{' ],
		[ 'truncated', '{"current_page":1' ],
	] as const )( 'fault of the body: %s', async ( change, beginning ) => {
		const answer = await asked( { kind: 'body', change } );
		expect( answer.status ).toBe( 200 );
		expect( answer.text.startsWith( beginning ) ).toBe( true );
		expect( answer.json ).toBeUndefined();
	} );

	it( 'data can be missing, null or an object', async () => {
		const missing = await asked( { kind: 'body', change: 'data_missing' } );
		expect( missing.json ).not.toHaveProperty( 'data' );
		const none = await asked( { kind: 'body', change: 'data_null' } );
		expect( none.json ).toHaveProperty( 'data', null );
		const map = await asked( { kind: 'body', change: 'data_object' } );
		expect( map.json ).toHaveProperty( [ 'data', '0', 'id' ], 1 );
	} );

	it( 'the content type can be wrong although the body is valid JSON', async () => {
		const answer = await asked( { kind: 'body', change: 'content_type' } );
		expect( answer.headers.get( 'content-type' ) ).toContain( 'text/html' );
		expect( answer.ids() ).toEqual( [ 1, 2, 3 ] );
	} );

	it( 'a body can be oversized', async () => {
		const answer = await asked( { kind: 'oversized', bytes: 3_000_000 } );
		expect( answer.text ).toHaveLength( 3_000_000 );
		expect( answer.ids() ).toEqual( [ 1, 2, 3 ] );
	} );

	it( 'a body can be invalid UTF-8', async () => {
		const server = await start( {
			catalogue: { offers: [ { sku: 'café' } ] },
		} );
		server.faults.add( { kind: 'body', change: 'not_utf8' } );
		expect( ( await stocks( server ) ).text ).toContain( 'caf\uFFFD' );
	} );
} );
