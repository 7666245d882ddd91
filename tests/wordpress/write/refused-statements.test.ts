/**
 * Tests a statement that the shop's database refuses in a step: the run waits and repeats it, then fails and
 * says so.
 */
import { takeLog } from '../support/recorders/wc-log';
import {
	refuse,
	REFUSE_STATEMENTS,
	refuseNothing,
} from '../support/faults/refused-statements';
import {
	drive,
	letTimePass,
	openSession,
	startRun,
	step,
	stockBySku,
	sync,
} from '../support/session';
import type { Session } from '../support/session';
import { offers, sell } from '../support/shops/small-shop';

/** The first statement of the phase `plan`. */
const PLAN = '/^DELETE FROM wp_keycrm_stock_changes/';

let session: Session;

beforeAll( async () => {
	session = await openSession(
		{ offers: offers( 5 ) },
		{ mu: { refuse: REFUSE_STATEMENTS } }
	);
	await sell(
		session,
		offers( 5 ).map( ( { sku } ) => sku ?? '' )
	);
} );
afterAll( () => session.stop() );
beforeEach( () => refuseNothing( session.shop ) );

/** Returns the run's state after each of so many steps; waits are cut short. */
async function states( id: number, count: number ) {
	const seen = [];
	for ( let steps = 0; steps < count; steps++ ) {
		await letTimePass( session.shop );
		const run = await step( session.shop, id );
		seen.push( `${ run.status } ${ run.waits_for }`.trim() );
	}
	return seen;
}

it( 'temporarily: the run waits a little, longer each time, and continues', async () => {
	const { shop } = session;
	const run = await startRun( shop, 'sync' );
	takeLog( shop );
	refuse( shop, PLAN, 3 );
	const waits = [];
	for ( let steps = 0; steps < 3; steps++ ) {
		await letTimePass( shop );
		const now = await step( shop, run.id );
		expect( now ).toMatchObject( {
			status: 'waiting',
			waits_for: 'database',
			error: null,
		} );
		waits.push(
			( Date.parse( now.waits_until ?? '' ) - Date.now() ) / 1000
		);
	}
	expect( waits[ 0 ] ).toBeGreaterThan( 0 );
	expect( waits[ 0 ] ).toBeLessThanOrEqual( 2 );
	expect( waits[ 2 ] ).toBeGreaterThan( 10 );
	expect( await drive( shop, run ) ).toMatchObject( {
		status: 'succeeded',
		error: null,
	} );
	expect( new Set( ( await stockBySku( shop ) ).values() ) ).toEqual(
		new Set( [ 7 ] )
	);
	expect( takeLog( shop )[ 0 ] ).toMatchObject( {
		level: 'warning',
		message: expect.stringContaining( 'database refused a statement' ),
		context: {
			code: 'database',
			details: expect.stringContaining( 'no_such_table' ),
		},
	} );
} );

it( 'permanently: the run fails with the reason, which is not "unexpected"', async () => {
	const { shop } = session;
	const run = await startRun( shop, 'sync' );
	refuse( shop, PLAN );
	expect( await states( run.id, 6 ) ).toEqual( [
		...Array.from( { length: 5 }, () => 'waiting database' ),
		'failed',
	] );
	refuseNothing( shop );
	expect( await step( shop, run.id ) ).toMatchObject( {
		error: {
			code: 'database',
			message: expect.stringContaining(
				'The shop’s own database refused'
			),
			hint: expect.stringContaining( 'hosting provider' ),
			details: expect.stringContaining( 'no_such_table' ),
		},
	} );
	expect( ( await sync( shop ) ).status ).toBe( 'succeeded' );
} );

it( 'is counted apart from KeyCRM’s faults, and from faults of earlier steps', async () => {
	const { shop, keycrm } = session;
	const run = await startRun( shop, 'sync' );
	keycrm.faults.add( { kind: 'status', status: 502 }, { next: 4 } );
	expect( await states( run.id, 4 ) ).toEqual(
		Array.from( { length: 4 }, () => 'waiting retry' )
	);
	refuse( shop, PLAN, 4 );
	expect( await states( run.id, 4 ) ).toEqual(
		Array.from( { length: 4 }, () => 'waiting database' )
	);
	expect( ( await drive( shop, run ) ).status ).toBe( 'succeeded' );
} );

it( 'about the run’s own row: the run continues from the last saved state', async () => {
	const { shop } = session;
	const run = await startRun( shop, 'sync' );
	refuse( shop, '/^UPDATE wp_keycrm_stock_runs/' );
	const answer = await shop.request(
		`/wp-json/keycrm-stock/v1/runs/${ run.id }/step`,
		{ method: 'POST', as: 'shop_manager' }
	);
	expect( answer.status ).toBe( 503 );
	expect( answer.json ).toMatchObject( {
		code: 'keycrm_stock_database',
		message: expect.stringContaining(
			'The shop’s own database did not answer'
		),
		data: { details: expect.stringContaining( 'no_such_table' ) },
	} );
	refuseNothing( shop );
	expect( ( await drive( shop, run ) ).status ).toBe( 'succeeded' );
} );
