/** Tests that all processes of a shop share one pace, also when other programs use the same budget. */
import * as z from 'zod/mini';
import { phpFile } from '../../support/php-file';
import type { Run } from '../../../src-admin/contract';
import {
	drive,
	isActive,
	openSession,
	save,
	startRun,
	step,
	stockBySku,
} from '../support/session';
import type { Session } from '../support/session';
import { offers, sell } from '../support/shops/small-shop';

const PAGES = 60;
const SOLD = 300;
const native = process.env[ 'TEST_WORLD' ] === 'native';
let session: Session;

beforeAll( async () => {
	session = await openSession( { offers: offers( PAGES * 50 ) } );
	await sell(
		session,
		Array.from( { length: SOLD }, ( _, place ) => `Q-${ place * 10 }` )
	);
} );
afterAll( () => session.stop() );

/** Moves the shop's clock and KeyCRM's past the wait of a run. */
async function travel( run: Run ): Promise< void > {
	const wait_ms = Math.max(
		0,
		Date.parse( run.waits_until ?? '' ) - Date.now() + 1000
	);
	session.keycrm.clock.advance( wait_ms );
	await session.shop.php( `
		global $wpdb;
		$pace = json_decode( $wpdb->get_var( "SELECT option_value FROM $wpdb->options WHERE option_name = 'keycrm_stock_pace'" ), true );
		$pace['next_at']   -= ${ wait_ms };
		$pace['slowed_at'] -= ${ wait_ms };
		$wpdb->update( $wpdb->options, array( 'option_value' => json_encode( $pace ) ), array( 'option_name' => 'keycrm_stock_pace' ) );
		$wpdb->query( "UPDATE {$wpdb->prefix}keycrm_stock_runs SET resume_at = NULL, saves = saves + 1 WHERE active = 1" );
		return true;
	` );
}

( native ? it : it.skip )( 'gives each process its own slots', async () => {
	const { shop } = session;
	const code = phpFile( __dirname, 'pace-shared-slots.php' );
	const taken = await Promise.all(
		[ 1, 2, 3 ].map( async () => shop.spawnPhp?.( code ).result )
	);
	const slots = z
		.array( z.array( z.int() ) )
		.parse( taken )
		.flat()
		.sort( ( a, b ) => a - b );
	expect( slots ).toHaveLength( 60 );
	for ( const [ place, slot ] of slots.entries() ) {
		const after = slots[ place + 1 ] ?? Infinity;
		// A late process may catch up by half a space.
		expect( after - slot ).toBeGreaterThanOrEqual( 50 );
	}
	const busiest = slots.map(
		( from ) =>
			slots.filter( ( slot ) => slot >= from && slot < from + 2000 )
				.length
	);
	expect( Math.max( ...busiest ) ).toBeLessThanOrEqual( 21 );
} );

it( 'slows down and still succeeds when another program uses half of the budget', async () => {
	const { shop, keycrm } = session;
	// KeyCRM's clock runs ten times as fast as ours, so our 600 a minute are its 60.
	keycrm.clock.run( 10 );
	keycrm.world.behave( { limit_per_minute: 60, spent_by_others: 30 } );
	await save( shop, { requests_per_minute: 600 } );
	let run = await startRun( shop, 'sync' );
	let waits = 0;
	while ( isActive( run ) ) {
		if ( run.status === 'waiting' ) {
			expect( run.waits_for ).toBe( 'limit' );
			waits++;
			await travel( run );
		}
		run = await step( shop, run.id );
	}
	expect( run ).toMatchObject( { status: 'succeeded', error: null } );
	expect( run.counts.updated ).toBe( SOLD );
	expect( new Set( ( await stockBySku( shop ) ).values() ) ).toEqual(
		new Set( [ 7 ] )
	);
	const statuses = keycrm.log.entries().map( ( { status } ) => status );
	expect( statuses.filter( ( status ) => status === 200 ) ).toHaveLength(
		PAGES
	);
	// The first half minute uses up the budget before KeyCRM refuses; then the pace adapts.
	expect( waits ).toBeGreaterThan( 0 );
	expect( statuses.filter( ( status ) => status === 429 ).length ).toBe(
		waits
	);
	expect( waits ).toBeLessThan( 5 );
} );

it( 'adapts to slow answers by measuring them', async () => {
	const { shop, keycrm } = session;
	keycrm.world.behave( { limit_per_minute: null, spent_by_others: 0 } );
	await shop.sql(
		"DELETE FROM wp_options WHERE option_name = 'keycrm_stock_pace'"
	);
	keycrm.faults.add( { kind: 'slow', ms: 700 }, { next: 1 } );
	const run = await drive( shop, await startRun( shop, 'sync' ) );
	expect( run.status ).toBe( 'succeeded' );
	expect( run.requests ).toBeGreaterThan( 2 );
	const lag = await shop.php( `
		global $wpdb;
		$state = json_decode( $wpdb->get_var( "SELECT option_value FROM $wpdb->options WHERE option_name = 'keycrm_stock_pace'" ), true );
		return KeyCrmStock\\KeyCrm\\Client\\RequestPace::from_array( $state, (int) ( microtime( true ) * 1000 ) )->lag_ms();
	` );
	expect( lag ).toBeGreaterThanOrEqual( 700 );
} );
