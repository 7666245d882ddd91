/**
 * Tests a lock that another program holds for 20 s, as a long import or a backup does.
 * It locks the stock quantity of one product, or a row of the plugin's own tables. No step waits long, no
 * product fails, and the sync goes on when the lock is released.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { phpFile } from '../../support/php-file';
import { runSchema } from '../../../src-admin/contract';
import {
	call,
	isActive,
	openSession,
	step,
	stockBySku,
	sync,
} from '../support/session';
import type { Session } from '../support/session';
import { offers, sell } from '../support/shops/small-shop';

const native = process.env[ 'TEST_WORLD' ] === 'native';
const SOLD = 20;
/** A step on the screen has 4 s and waits 2 s for a lock; a busy machine gets as much again. */
const LONGEST_STEP_MS = 12_000;

let session: Session;

beforeEach( async () => {
	session = await openSession( { offers: offers( SOLD ) } );
	await sell(
		session,
		Array.from( { length: SOLD }, ( _, place ) => `Q-${ place }` )
	);
} );
afterEach( () => session.stop() );

( native ? test : test.skip ).each( [
	[
		'the stock quantity of a product',
		20,
		`UPDATE wp_postmeta SET meta_value = meta_value + 0 WHERE post_id = $id AND meta_key = '_stock'`,
	],
	[
		'the lookup row of a product',
		8,
		`SELECT stock_status FROM wp_wc_product_meta_lookup WHERE product_id = $id FOR UPDATE`,
	],
	[
		'a level of KeyCRM',
		8,
		`SELECT sku FROM wp_keycrm_stock_levels WHERE sku = 'Q-7' FOR UPDATE`,
	],
] )(
	'waits while %s is locked for %i s, and writes all others',
	async ( _, seconds, lock ) => {
		const { shop } = session;
		if ( shop.spawnPhp === undefined ) {
			throw new Error( 'This world has no processes.' );
		}
		const preview = await sync( shop, 'preview' );
		const holder = shop.spawnPhp(
			phpFile( __dirname, 'stock-writer-locked-row-holder.php', {
				statement: lock,
				seconds,
			} )
		);
		while (
			! ( await shop.php(
				`clearstatcache(); return file_exists( WP_CONTENT_DIR . '/held' );`
			) )
		) {
			await pause( 100 );
		}
		let run = runSchema.parse(
			await call( shop, 'POST', `/runs/${ preview.id }/apply` )
		);
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
