/** Tests the schedule on Action Scheduler: it is never lost or doubled, and a run needs no screen. */
import { bulkFill } from '../../support/fill/bulk-fill';
import {
	call,
	current,
	letTimePass,
	openSession,
	save,
	stockBySku,
} from '../support/session';
import type { Session } from '../support/session';

const PLUGIN = 'stock-sync-for-keycrm/stock-sync-for-keycrm.php';

let session: Session;

beforeAll( async () => {
	session = await openSession( {
		offers: Array.from( { length: 60 }, ( _, place ) => ( {
			sku: `S-${ place }`,
			quantity: 7,
		} ) ),
	} );
	await bulkFill(
		session.shop,
		Array.from( { length: 60 }, ( _, place ) => ( {
			sku: `S-${ place }`,
			name: 'S',
			price: 1,
			stock: 1,
			type: 'simple',
			parent: -1,
		} ) )
	);
} );
afterAll( () => session.stop() );

beforeEach( () =>
	save( session.shop, { schedule: { enabled: true, every_minutes: 15 } } )
);

/** Returns the interval in minutes of each pending start. */
async function planned( hook = 'keycrm_stock_start' ): Promise< unknown > {
	return session.shop.php( `
		return array_values( array_map(
			static fn ( $action ) => $action->get_args()[0],
			as_get_scheduled_actions( array( 'hook' => '${ hook }', 'status' => 'pending', 'per_page' => 10 ) )
		) );
	` );
}

/** Makes every pending action of ours due and runs the queue, as WP-Cron would. */
async function runQueue(): Promise< void > {
	await letTimePass( session.shop );
	await session.shop.php( `ActionScheduler::runner()->run(); return true;` );
}

async function makeDue(): Promise< void > {
	await session.shop.php( `
		as_unschedule_all_actions( 'keycrm_stock_start' );
		as_schedule_single_action( time() - 60, 'keycrm_stock_start', array( 15 ), 'stock-sync-for-keycrm' );
		return true;
	` );
}

async function toggle( active: boolean ): Promise< void > {
	await session.shop.php( `
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		${ active ? 'activate_plugin' : 'deactivate_plugins' }( '${ PLUGIN }' );
		return true;
	` );
}

it( 'schedules one start, however often settings are saved', async () => {
	expect( await planned() ).toEqual( [ 15 ] );
	const { next_at } = await current( session.shop );
	await save( session.shop, { buffer: 0 } );
	expect( await planned() ).toEqual( [ 15 ] );
	expect( ( await current( session.shop ) ).next_at ).toBe( next_at );
	await save( session.shop, { schedule: { every_minutes: 60 } } );
	expect( await planned() ).toEqual( [ 60 ] );
	await save( session.shop, { schedule: { enabled: false } } );
	expect( await planned() ).toEqual( [] );
	expect( ( await current( session.shop ) ).next_at ).toBeNull();
} );

it( 'clears the queue on deactivation, and schedules one start on activation', async () => {
	await toggle( false );
	expect( await planned() ).toEqual( [] );
	await toggle( true );
	expect( await planned() ).toEqual( [ 15 ] );
} );

it( 'repairs a lost or doubled schedule when the page is opened', async () => {
	for ( const damage of [
		`as_unschedule_all_actions( 'keycrm_stock_start' );`,
		`as_schedule_single_action( time() + 999, 'keycrm_stock_start', array( 15 ), 'stock-sync-for-keycrm' );`,
		`as_schedule_single_action( time() + 999, 'keycrm_stock_start', array( 5 ), 'stock-sync-for-keycrm' );`,
	] ) {
		await session.shop.php( `${ damage } return true;` );
		await session.shop.request( '/wp-admin/admin.php?page=keycrm-stock', {
			as: 'shop_manager',
		} );
		expect( await planned() ).toEqual( [ 15 ] );
	}
} );

it( 'completes a run in the queue alone', async () => {
	await makeDue();
	for ( let turns = 0; turns < 10; turns++ ) {
		await runQueue();
		const { run } = await current( session.shop );
		if ( run?.status === 'succeeded' ) {
			break;
		}
	}
	const { run, next_at } = await current( session.shop );
	expect( run ).toMatchObject( {
		status: 'succeeded',
		trigger: 'schedule',
		counts: { updated: 60 },
	} );
	expect( new Set( ( await stockBySku( session.shop ) ).values() ) ).toEqual(
		new Set( [ 7 ] )
	);
	expect( await planned() ).toEqual( [ 15 ] );
	expect( await planned( 'keycrm_stock_step' ) ).toEqual( [] );
	expect( Date.parse( next_at ?? '' ) ).toBeGreaterThan(
		Date.now() + 14 * 60_000
	);
} );

it( 'completes a run by the tick alone', async () => {
	await makeDue();
	const settings = await call( session.shop, 'GET', '/settings' );
	const url = new URL(
		settings !== null &&
		typeof settings === 'object' &&
		'tick_url' in settings
			? String( settings.tick_url )
			: ''
	);
	let answer: unknown;
	for ( let turns = 0; turns < 10; turns++ ) {
		await letTimePass( session.shop );
		answer = ( await session.shop.request( url.pathname + url.search ) )
			.json;
		if ( JSON.stringify( answer ).includes( 'succeeded' ) ) {
			break;
		}
	}
	expect( answer ).toEqual( { status: 'succeeded', phase: 'done' } );
	const { run } = await current( session.shop );
	expect( run ).toMatchObject( {
		trigger: 'tick',
		counts: { unchanged: 60 },
	} );
	expect( await planned() ).toEqual( [ 15 ] );
} );

it( 'says when a sync is overdue, and how to help', async () => {
	await session.shop.php( `
		as_unschedule_all_actions( 'keycrm_stock_start' );
		as_schedule_single_action( time() - 3 * HOUR_IN_SECONDS, 'keycrm_stock_start', array( 15 ), 'stock-sync-for-keycrm' );
		return true;
	` );
	const { overdue_seconds } = await current( session.shop );
	expect( overdue_seconds ).toBeGreaterThan( 3 * 3600 - 60 );
} );
