/**
 * Tests a database that fails to read the checkpoint of the last full read while removed offers are set to 0.
 * A failed read must not mean "never read": then removed products would stay for sale.
 */
import {
	restoreOffers,
	numbers,
	openRemovedOffersShop,
	remove,
} from '../support/removed-offers';
import {
	refuse,
	REFUSE_STATEMENTS,
	refuseNothing,
} from '../support/faults/refused-statements';
import { letTimePass, startRun, step, sync } from '../support/session';
import type { Session } from '../support/session';
import { ageWholeRead } from '../support/shops/small-shop';

const MEMORY =
	"/^SELECT option_value FROM wp_options WHERE option_name = 'keycrm_stock_whole_read'/";

let session: Session;

beforeAll( async () => {
	session = await openRemovedOffersShop( { refuse: REFUSE_STATEMENTS } );
} );
afterAll( () => session.stop() );
beforeEach( async () => {
	refuseNothing( session.shop );
	await restoreOffers( session );
	remove( session, 'Q-10' );
	await ageWholeRead( session, 24 );
} );

it( 'the sync succeeds when only WordPress’s own read has failed', async () => {
	refuse( session.shop, MEMORY, 1 );
	expect( ( await sync( session.shop ) ).status ).toBe( 'succeeded' );
	expect( await numbers( session ) ).toEqual( [ 7, 0, 7 ] );
} );

it( 'the sync waits while the checkpoint cannot be read', async () => {
	const { shop } = session;
	const run = await startRun( shop, 'sync' );
	refuse( shop, MEMORY );
	let now = await step( shop, run.id );
	expect( now ).toMatchObject( { status: 'waiting', waits_for: 'database' } );
	refuseNothing( shop );
	while ( now.status === 'waiting' || now.status === 'running' ) {
		await letTimePass( shop );
		now = await step( shop, run.id );
	}
	expect( now.status ).toBe( 'succeeded' );
	expect( await numbers( session ) ).toEqual( [ 7, 0, 7 ] );
} );
