/**
 * Another program holds the stock quantity of one product for 20 s, as a long import or a backup does. No step of
 * the sync waits long, no product is failed, and the sync goes on when the lock is gone.
 */
import { setTimeout as pause } from 'node:timers/promises';
import {
	isActive,
	openSession,
	startRun,
	step,
	stockBySku,
} from './support/session';
import type { Session } from './support/session';
import { offers, sell } from './support/small-shop';

const native = process.env[ 'TEST_WORLD' ] === 'native';
const SOLD = 20;
const HELD_S = 20;
/** A step on the screen has 4 s and waits 2 s for a lock; a busy machine is given as much again. */
const LONGEST_STEP_MS = 12_000;

let session: Session;

beforeAll( async () => {
	session = await openSession( { offers: offers( SOLD ) } );
	await sell(
		session,
		Array.from( { length: SOLD }, ( _, place ) => `Q-${ place }` )
	);
} );
afterAll( () => session.stop() );

( native ? test : test.skip )(
	'a locked row is waited for, and nobody else suffers',
	async () => {
		const { shop } = session;
		if ( shop.spawnPhp === undefined ) {
			throw new Error( 'This world has no processes.' );
		}
		const holder = shop.spawnPhp( `
			global $wpdb;
			$id = (int) $wpdb->get_var( "SELECT post_id FROM wp_postmeta WHERE meta_key = '_sku' AND meta_value = 'Q-7'" );
			$wpdb->query( 'START TRANSACTION' );
			$wpdb->query( "UPDATE wp_postmeta SET meta_value = meta_value + 0 WHERE post_id = $id AND meta_key = '_stock'" );
			update_option( 'test_held', $id ); // Not seen by others before the COMMIT.
			file_put_contents( WP_CONTENT_DIR . '/held', '1' );
			sleep( ${ HELD_S } );
			$wpdb->query( 'COMMIT' );
			return true;` );
		while (
			! ( await shop.php(
				`clearstatcache(); return file_exists( WP_CONTENT_DIR . '/held' );`
			) )
		) {
			await pause( 100 );
		}
		let run = await startRun( shop, 'sync' );
		let longest = 0;
		let waits = 0;
		while ( isActive( run ) ) {
			const from = Date.now();
			run = await step( shop, run.id );
			longest = Math.max( longest, Date.now() - from );
			waits += run.status === 'waiting' ? 1 : 0;
			await pause( 250 );
		}
		await holder.result;
		expect( run ).toMatchObject( {
			status: 'succeeded',
			error: null,
			counts: { updated: SOLD, failed: 0 },
		} );
		expect( waits ).toBeGreaterThan( 0 );
		expect( longest ).toBeLessThan( LONGEST_STEP_MS );
		expect( new Set( ( await stockBySku( shop ) ).values() ) ).toEqual(
			new Set( [ 7 ] )
		);
	}
);
