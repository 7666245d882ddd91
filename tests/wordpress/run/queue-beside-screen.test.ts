/**
 * Tests the queue while another driver has the run: the queue waits for the lease instead of trying again and
 * again.
 */
import {
	current,
	isActive,
	letTimePass,
	openSession,
	startRun,
	step,
	stockBySku,
} from '../support/session';
import type { Session } from '../support/session';
import { offers, sell } from '../support/shops/small-shop';

let session: Session;

beforeAll( async () => {
	session = await openSession( { offers: offers( 60 ) } );
	await sell(
		session,
		offers( 60 ).map( ( { sku } ) => sku ?? '' )
	);
} );
afterAll( () => session.stop() );

/** Returns the run's steps in the queue that have a status. */
async function steps( run_id: number, status: string ): Promise< number > {
	return Number(
		await session.shop.php( `
			return count( as_get_scheduled_actions( array( 'hook' => 'keycrm_stock_step', 'args' => array( ${ run_id } ), 'status' => '${ status }', 'per_page' => 5000 ), 'ids' ) );` )
	);
}

/** Runs the queue's own loop for so long, as WP-Cron does. */
async function runQueue( seconds: number ): Promise< void > {
	await session.shop.php( `
		add_filter( 'action_scheduler_queue_runner_time_limit', static fn () => ${ seconds } );
		add_filter( 'action_scheduler_maximum_execution_time_likely_to_be_exceeded', static fn ( $over, $runner, $processed, $spent ) => $spent > ${ seconds }, 10, 4 );
		ActionScheduler::runner()->run();
		return true;` );
}

it( 'schedules one step for the end of the lease, and none before', async () => {
	const { shop } = session;
	const run = await startRun( shop, 'sync' );
	const until = Date.now() + 25_000;
	await shop.sql(
		`UPDATE wp_keycrm_stock_runs SET lease_owner = 'screen', lease_until = ${ until } WHERE id = ${ run.id }`
	);
	await runQueue( 5 );
	expect( await steps( run.id, 'complete' ) ).toBe( 1 );
	expect( await steps( run.id, 'pending' ) ).toBe( 1 );
	const at = await shop.php( `
		$actions = as_get_scheduled_actions( array( 'hook' => 'keycrm_stock_step', 'status' => 'pending', 'per_page' => 1 ) );
		return reset( $actions )->get_schedule()->get_date()->getTimestamp();` );
	expect( Number( at ) ).toBeGreaterThanOrEqual( Math.floor( until / 1000 ) );
	// The screen is closed, so the queue completes the run alone.
	await shop.sql(
		`UPDATE wp_keycrm_stock_runs SET lease_owner = '', lease_until = 0 WHERE id = ${ run.id }`
	);
	for ( let turns = 0; turns < 20; turns++ ) {
		await letTimePass( shop );
		await shop.sql(
			"UPDATE wp_actionscheduler_actions SET scheduled_date_gmt = '2020-01-01 00:00:00' WHERE hook = 'keycrm_stock_step' AND status = 'pending'"
		);
		await runQueue( 5 );
		if ( ( await current( shop ) ).run?.status === 'succeeded' ) {
			break;
		}
	}
	expect( ( await current( shop ) ).run?.status ).toBe( 'succeeded' );
	expect( new Set( ( await stockBySku( shop ) ).values() ) ).toEqual(
		new Set( [ 7 ] )
	);
	expect( await steps( run.id, 'pending' ) ).toBe( 0 );
} );

it( 'runs few steps of a run that a screen drives at the same time', async () => {
	const { shop, keycrm } = session;
	keycrm.faults.add( { kind: 'slow', ms: 700 } );
	let run = await startRun( shop, 'sync' );
	const queue = runQueue( 5 );
	while ( isActive( run ) ) {
		run = await step( shop, run.id );
	}
	await queue;
	keycrm.faults.clear();
	expect( run.status ).toBe( 'succeeded' );
	expect( await steps( run.id, 'complete' ) ).toBeLessThanOrEqual( 4 );
} );
