/** A worker that dies anywhere while it creates products in KeyCRM: the next one creates the rest, and nothing twice. */
import { call, drive, startRun, sync } from '../support/session';
import { ALL, offersOf, openCreateSession, plan } from './create';
import type { CreateSession } from './create';
import { DEATH, diesAt } from './deaths';
import { describeRealNative } from './real-shop';

jest.setTimeout( 1_200_000 );

describeRealNative( 'a worker that dies', () => {
	let session: CreateSession;
	let known: ReadonlySet< number >;

	beforeAll( async () => {
		session = await openCreateSession( { death: DEATH } );
		known = new Set( session.keycrm.world.catalogue.products.keys() );
	} );
	afterAll( () => session.stop() );

	/** KeyCRM forgets what was created, and a sync finds it missing again. */
	async function forget(): Promise< void > {
		const { shop, keycrm } = session;
		const { catalogue } = keycrm.world;
		for ( const sku of ALL ) {
			for ( const { id } of [ ...catalogue.offersOfSku( sku ) ] ) {
				catalogue.removeOffer( id );
			}
		}
		for ( const { id, offers } of [ ...catalogue.products.values() ] ) {
			if ( ! known.has( id ) ) {
				offers.map( ( one ) => catalogue.removeOffer( one.id ) );
				catalogue.products.delete( id );
			}
		}
		await sync( shop );
	}

	it( 'at any moment of the writing', async () => {
		const { shop, keycrm } = session;
		const moments: string[] = [];
		for (;;) {
			const run = await plan( session );
			await call( shop, 'POST', `/runs/${ run.id }/confirm` );
			const moment = await diesAt( shop, run, moments.length + 1 );
			const done = await drive( shop, {
				...run,
				status: 'running',
			} );
			const { products } = keycrm.world.catalogue;
			expect( {
				moment,
				at: moments.length,
				status: done.status,
				created: done.counts.created,
				failed: done.counts.failed,
				offers: offersOf( keycrm, ALL ),
				products: products.size,
			} ).toEqual( {
				moment,
				at: moments.length,
				status: 'succeeded',
				created: ALL.length,
				failed: 0,
				offers: ALL.map( () => 1 ),
				// Three simple products, and one with variants.
				products: known.size + 4,
			} );
			await forget();
			if ( moment === null ) {
				break;
			}
			moments.push( moment );
		}
		expect( moments.length ).toBeGreaterThan( 40 );
		const sent = moments.filter( ( one ) => one.includes( ' POST ' ) );
		expect(
			sent.filter( ( one ) => one.startsWith( 'before' ) )
		).toHaveLength( 4 );
		expect(
			sent.filter( ( one ) => one.startsWith( 'after' ) )
		).toHaveLength( 4 );
	} );

	it( 'while the list is made', async () => {
		const { shop, keycrm } = session;
		for ( let at = 1; ; at++ ) {
			const run = await startRun( shop, 'create_in_keycrm' );
			const moment = await diesAt( shop, run, at );
			const planned = await drive( shop, { ...run, status: 'running' } );
			expect( { at, moment, planned } ).toMatchObject( {
				planned: {
					status: 'needs_confirmation',
					counts: { created: ALL.length, duplicate_in_shop: 2 },
				},
			} );
			await call( shop, 'DELETE', `/runs/${ run.id }` );
			if ( moment === null ) {
				expect( at ).toBeGreaterThan( 10 );
				break;
			}
		}
		expect( keycrm.world.catalogue.products.size ).toBe( known.size );
	} );
} );
