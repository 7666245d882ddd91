/** Tests that each product is created once, whatever KeyCRM answers, and that what is not created is named. */
import type { Fault, Scope } from '../../support/keycrm-server';
import { call, save, step } from '../support/session';
import {
	ALL,
	confirm,
	confirmSlowly,
	create,
	offersOf,
	openCreateSession,
	plan,
	posts,
	rowsOf,
} from './create';
import type { CreateSession } from './create';
import { describeReal } from './real-shop';

jest.setTimeout( 600_000 );

describeReal( 'a KeyCRM that fails', () => {
	let session: CreateSession;

	beforeEach( async () => {
		session = await openCreateSession();
	} );
	afterEach( () => session.stop() );

	const once = ( endpoint: Scope[ 'endpoint' ] ): Scope =>
		endpoint ? { endpoint, next: 1 } : {};

	it.each< [ string, Fault, Scope ] >( [
		[
			'carries out an import and answers 500',
			{ kind: 'write', change: 'applied_then_500' },
			once( 'POST /products/import' ),
		],
		[
			'carries out an import and breaks the connection',
			{ kind: 'write', change: 'applied_then_reset' },
			once( 'POST /products/import' ),
		],
		[
			'answers an import with 502 and does nothing',
			{ kind: 'status', status: 502 },
			once( 'POST /products/import' ),
		],
		[
			'carries out a part of an import',
			{ kind: 'write_part', rows: 2 },
			once( 'POST /products/{id}/offers' ),
		],
		[
			'says that the status is false',
			{ kind: 'write', change: 'status_false' },
			once( 'POST /products/import' ),
		],
		[
			'makes the shared product and answers 500',
			{ kind: 'write', change: 'applied_then_500' },
			once( 'POST /products' ),
		],
		[
			'answers with 502 to the shared product and does not make it',
			{ kind: 'status', status: 502 },
			once( 'POST /products' ),
		],
		[
			'makes variants and breaks the connection',
			{ kind: 'write', change: 'applied_then_reset' },
			once( 'POST /products/{id}/offers' ),
		],
		[
			'makes variants later than it says',
			{ kind: 'write_late', ms: 40_000 },
			once( 'POST /products/{id}/offers' ),
		],
		[
			'imports later than it says',
			{ kind: 'write_late', ms: 40_000 },
			once( 'POST /products/import' ),
		],
		[
			'wants fewer requests',
			{ kind: 'rate_limited' },
			once( 'POST /products/import' ),
		],
		[
			'fails while SKUs are looked up',
			{ kind: 'status', status: 502 },
			once( 'GET /offers' ),
		],
	] )( 'creates each once where KeyCRM %s', async ( _what, fault, scope ) => {
		const { keycrm } = session;
		const run = await plan( session );
		keycrm.faults.add( fault, scope );
		const done = await confirmSlowly( session, run );
		const lost =
			fault.kind === 'write_part'
				? ALL.filter(
						( sku ) => offersOf( keycrm, [ sku ] )[ 0 ] === 0
				  )
				: [];
		expect( done ).toMatchObject( {
			status: 'succeeded',
			counts: { created: ALL.length - lost.length, failed: lost.length },
		} );
		const present = ALL.filter( ( sku ) => ! lost.includes( sku ) );
		expect( offersOf( keycrm, present ) ).toEqual( present.map( () => 1 ) );
		expect( [ ...keycrm.world.catalogue.products.values() ] ).toHaveLength(
			// Four were there, three are simple, one has variants of its own.
			5 + 3 + 1
		);
		const names = [ ...keycrm.world.catalogue.products.values() ].map(
			( { name } ) => name
		);
		expect(
			names.filter( ( name ) => name.startsWith( 'Сукня' ) )
		).toEqual( [ 'Сукня' ] );
		if ( lost.length > 0 ) {
			// KeyCRM had said that all of them were made, so they are not sent again before a person starts anew.
			const rows = await rowsOf( session, run );
			expect( rows.get( lost[ 0 ] ?? '' )?.reason ).toContain(
				'was not sent a second time'
			);
			await create( session );
			expect( offersOf( keycrm, ALL ) ).toEqual( ALL.map( () => 1 ) );
		}
	} );

	it( 'names what KeyCRM says to have created and never shows, and sends it once', async () => {
		const { keycrm } = session;
		const run = await plan( session );
		keycrm.faults.add( { kind: 'write', change: 'not_applied' } );
		const done = await confirmSlowly( session, run );
		expect( done ).toMatchObject( { status: 'succeeded' } );
		expect( done.counts.created ).toBe( 0 );
		expect( done.counts.failed ).toBe( ALL.length );
		const rows = await rowsOf( session, run );
		expect( rows.get( 'CUP' )?.reason ).toContain( 'did not show it' );
		const imports = posts( keycrm ).filter(
			( one ) => one === 'POST /products/import'
		);
		expect( imports ).toHaveLength( 1 );
		keycrm.faults.clear();
		await create( session );
		expect( offersOf( keycrm, ALL ) ).toEqual( ALL.map( () => 1 ) );
	} );

	it( 'gives up where KeyCRM never answers, and a later run creates all', async () => {
		const { keycrm } = session;
		const run = await plan( session );
		for ( const endpoint of [
			'POST /products/import',
			'POST /products',
		] as const ) {
			keycrm.faults.add( { kind: 'status', status: 503 }, { endpoint } );
		}
		const done = await confirmSlowly( session, run );
		expect( done.counts ).toMatchObject( { created: 2, failed: 6 } );
		expect(
			( await rowsOf( session, run ) ).get( 'CUP' )?.reason
		).toContain( 'neither answered nor has it' );
		keycrm.faults.clear();
		await create( session );
		expect( offersOf( keycrm, ALL ) ).toEqual( ALL.map( () => 1 ) );
	} );

	it( 'stops with a new key’s account, and with a key that is refused', async () => {
		const { keycrm, shop } = session;
		const run = await plan( session );
		keycrm.faults.add(
			{ kind: 'status', status: 401 },
			once( 'POST /products/import' )
		);
		expect( await confirm( session, run ) ).toMatchObject( {
			status: 'failed',
			error: { code: 'unauthorized' },
		} );
		const again = await plan( session );
		await call( shop, 'POST', `/runs/${ again.id }/confirm` );
		await save( shop, { buffer: 3 } );
		const before = posts( keycrm ).length;
		expect( await step( shop, again.id ) ).toMatchObject( {
			status: 'failed',
			error: { code: 'creation_outdated' },
		} );
		expect( posts( keycrm ) ).toHaveLength( before );
		await create( session );
		expect( offersOf( keycrm, ALL ) ).toEqual( ALL.map( () => 1 ) );
	} );
} );
