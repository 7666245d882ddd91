/** A worker that dies anywhere while it makes drafts: the next one makes the rest, each whole and with its quantity, and none twice. */
import { call, drive } from '../support/session';
import type { Session } from '../support/session';
import { plan } from './create';
import { DEATH, diesAt } from './deaths';
import {
	countProducts,
	DRAFTS,
	draftsOf,
	forgetDrafts,
	leftovers,
	openDraftSession,
	servePictures,
} from './drafts';
import type { Pictures } from './drafts';
import { describeRealNative } from './real-shop';

jest.setTimeout( 1_800_000 );

/** Making seven products takes hundreds of statements; each so manieth is a place to die. */
const STRIDE = 11;

describeRealNative( 'a worker that dies', () => {
	let session: Session;
	let pictures: Pictures;
	let before: number;

	beforeAll( async () => {
		pictures = await servePictures();
		session = await openDraftSession( pictures, { death: DEATH } );
		before = await countProducts( session );
	} );
	afterAll( async () => {
		await session.stop();
		await pictures.stop();
	} );

	it( 'at any of many moments', async () => {
		const { shop } = session;
		const places: string[] = [];
		for (;;) {
			const run = await plan( session, 'create_in_shop' );
			await call( shop, 'POST', `/runs/${ run.id }/confirm` );
			const moment = await diesAt(
				shop,
				run,
				1 + STRIDE * places.length
			);
			const orphans = await leftovers( session );
			const half = await draftsOf( session );
			// What is there is whole.
			expect(
				half.filter( ( one ) => one.stock === null || ! one.managed )
			).toEqual( [] );
			expect( [ 0, 3 ] ).toContain(
				half.filter( ( { parent } ) => parent > 0 ).length
			);
			const done = await drive( shop, { ...run, status: 'running' } );
			const drafts = await draftsOf( session );
			expect( {
				moment,
				at: places.length,
				orphans,
				status: done.status,
				created: done.counts.created,
				stock: drafts.map(
					( { sku, stock } ) => `${ sku } ${ stock }`
				),
				states: [
					...new Set( drafts.map( ( one ) => one.parent_status ) ),
				],
				products: await countProducts( session ),
			} ).toEqual( {
				moment,
				at: places.length,
				orphans: [],
				status: 'succeeded',
				created: DRAFTS.length,
				stock: [
					'LAMP 7',
					'CANDLE 4',
					'SOCK-S 10',
					'SOCK-M 11',
					'SOCK-L 12',
					'KIT-A 1',
					'KIT-B 1',
				],
				states: [ 'draft' ],
				products: before + 5 + 3,
			} );
			await forgetDrafts( session );
			if ( moment === null ) {
				break;
			}
			places.push( moment );
		}
		expect( places.length ).toBeGreaterThan( 25 );
	} );
} );
