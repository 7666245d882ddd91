import { request as httpsRequest } from 'node:https';
import { offers, start, stocks, stopAll } from './client';

afterEach( stopAll );

/** @return The code of the connection error, or the status of the answer. */
const overTls = ( url: string, rejectUnauthorized: boolean ) =>
	new Promise< string | number | undefined >( ( resolve ) => {
		httpsRequest( url, { rejectUnauthorized }, ( response ) =>
			resolve( response.resume().statusCode )
		)
			.on( 'error', ( error ) =>
				resolve( 'code' in error ? String( error.code ) : '' )
			)
			.end();
	} );

describe( 'transport faults', () => {
	it.each( [ 'before_answer', 'in_body' ] as const )(
		'cuts the connection %s',
		async ( when ) => {
			const server = await start( { catalogue: offers( 50 ) } );
			server.faults.add( { kind: 'reset', when }, { next: 1 } );
			await expect( stocks( server ) ).rejects.toThrow();
			expect( server.log.entries()[ 0 ]?.status ).toBe( 0 );
			expect( ( await stocks( server ) ).status ).toBe( 200 );
		}
	);

	it( 'delays the first byte', async () => {
		const server = await start();
		server.faults.add( { kind: 'slow', ms: 120 } );
		const begin = performance.now();
		await stocks( server );
		expect( performance.now() - begin ).toBeGreaterThan( 110 );
	} );

	it( 'sends the body in small pieces with pauses', async () => {
		const server = await start( { catalogue: offers( 3 ) } );
		server.faults.add( { kind: 'trickle', bytes: 100, every_ms: 20 } );
		const begin = performance.now();
		expect( ( await stocks( server ) ).ids() ).toEqual( [ 1, 2, 3 ] );
		expect( performance.now() - begin ).toBeGreaterThan( 40 );
	} );

	it( 'can be stopped while a request hangs', async () => {
		const server = await start();
		server.faults.add( { kind: 'hang' } );
		const waits = stocks( server );
		const failed = expect( waits ).rejects.toThrow();
		await new Promise( ( resolve ) => setTimeout( resolve, 50 ) );
		expect( server.log.entries()[ 0 ]?.status ).toBeNull();
		await server.stop();
		await failed;
	} );

	it( 'refuses connections while it is closed', async () => {
		const server = await start();
		await server.close();
		await expect( stocks( server ) ).rejects.toThrow();
		await server.open();
		expect( ( await stocks( server ) ).status ).toBe( 200 );
		await expect( fetch( server.refused_url ) ).rejects.toThrow();
	} );

	it( 'fails the TLS handshake, or has an untrusted certificate', async () => {
		const server = await start();
		const path = '/offers/stocks';
		expect( await overTls( server.broken_tls_url + path, true ) ).toBe(
			'EPROTO'
		);
		const untrusted = ( await server.openUntrusted() ) + path;
		expect( await overTls( untrusted, true ) ).toBe(
			'DEPTH_ZERO_SELF_SIGNED_CERT'
		);
		expect( await overTls( untrusted, false ) ).toBe( 401 );
	} );

	it( 'waits before each answer if latency is set', async () => {
		const server = await start( { behaviour: { latency_ms: 60 } } );
		const begin = performance.now();
		await stocks( server );
		expect( performance.now() - begin ).toBeGreaterThan( 50 );
	} );
} );
