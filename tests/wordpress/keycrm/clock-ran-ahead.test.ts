/**
 * Tests times that were stored while a clock was three hours ahead: the plugin drops a time too far in the
 * future, and keeps a plausible one.
 */
import { current, openSession, save, startRun, step } from '../support/session';
import type { Session } from '../support/session';
import { offers, sell } from '../support/shops/small-shop';

const HOURS = 3 * 3_600_000;

let session: Session;

beforeAll( async () => {
	session = await openSession( { offers: offers( 3 ) } );
	await sell( session, [ 'Q-0', 'Q-1', 'Q-2' ] );
} );
afterAll( () => session.stop() );

const set = ( id: number, what: string ) =>
	session.shop.sql(
		`UPDATE wp_keycrm_stock_runs SET ${ what } WHERE id = ${ id }`
	);

async function ended( id: number ) {
	let run = await step( session.shop, id );
	for ( let times = 0; run.status === 'running' && times < 10; times++ ) {
		run = await step( session.shop, id );
	}
	return run;
}

it( 'drops a lease that is too far in the future', async () => {
	const run = await startRun( session.shop, 'sync' );
	await set(
		run.id,
		`lease_owner = 'other', lease_until = ${ Date.now() + 20_000 }`
	);
	expect( await ended( run.id ) ).toMatchObject( { phase: 'orders' } );
	await set( run.id, `lease_until = ${ Date.now() + HOURS }` );
	expect( await ended( run.id ) ).toMatchObject( { status: 'succeeded' } );
} );

it( 'drops a pause that is too far in the future', async () => {
	const run = await startRun( session.shop, 'sync' );
	await set(
		run.id,
		`status = 'waiting', resume_at = ${ Date.now() + 600_000 }`
	);
	expect( await ended( run.id ) ).toMatchObject( { status: 'waiting' } );
	await set( run.id, `resume_at = ${ Date.now() + HOURS }` );
	expect( await ended( run.id ) ).toMatchObject( { status: 'succeeded' } );
} );

it( 'reschedules a start, a step and the daily check that are too far in the future', async () => {
	const { shop } = session;
	await save( shop, { schedule: { enabled: true, every_minutes: 60 } } );
	const run = await startRun( shop, 'sync' );
	const plan = ( seconds: number ) =>
		shop.php( `
			foreach ( array( 'keycrm_stock_start' => array( 60 ), 'keycrm_stock_step' => array( ${ run.id } ), 'keycrm_stock_daily' => array() ) as $hook => $args ) {
				as_unschedule_all_actions( $hook );
				as_schedule_single_action( time() + ${ seconds }, $hook, $args, 'stock-sync-for-keycrm' );
			}
			return true;` );
	/** Returns the time until the action in seconds. */
	const planned = ( hook: string ) =>
		shop.php( `
			$actions = as_get_scheduled_actions( array( 'hook' => '${ hook }', 'status' => 'pending', 'per_page' => 5 ) );
			return array_values( array_map( static fn ( $action ) => $action->get_schedule()->get_date()->getTimestamp() - time(), $actions ) );` );
	const openPage = () =>
		shop.request( '/wp-admin/admin.php?page=keycrm-stock', {
			as: 'shop_manager',
		} );
	await plan( 600 );
	await openPage();
	for ( const hook of [ 'start', 'step', 'daily' ] ) {
		expect( String( await planned( `keycrm_stock_${ hook }` ) ) ).toMatch(
			/^(59|60)\d$/
		);
	}
	await plan( 48 * 3600 );
	await openPage();
	expect( String( await planned( 'keycrm_stock_start' ) ) ).toMatch(
		/^(359\d|3600)$/
	);
	expect( String( await planned( 'keycrm_stock_step' ) ) ).toMatch(
		/^(0|-\d+)$/
	);
	expect( String( await planned( 'keycrm_stock_daily' ) ) ).toMatch(
		/^(8639\d|86400)$/
	);
	expect( ( await current( shop ) ).overdue_seconds ).toBe( 0 );
} );
