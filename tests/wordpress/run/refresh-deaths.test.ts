/** A refresh whose process ends at any place loses no change: the next one carries on, and the number is right. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { phpFile } from '../../support/php-file';
import { setInKeyCrm } from '../support/orders/orders';
import { openOrdersSession } from '../support/orders/orders-session';
import type { OrdersSession } from '../support/orders/orders-session';
import { refreshes, waiting } from '../support/refresh';
import { API } from '../support/session';
import { aboutStock, NO_WAKE_UP, post, webhookPath } from '../support/webhooks';

jest.setTimeout( 600_000 );

const DEATH = phpFile( __dirname, '../support/faults/death-at-write.php' );
/** Bought in the shop, and not yet in KeyCRM. */
const OPEN = 2;

/** Only native processes may die. */
const isNative = process.env[ 'TEST_WORLD' ] === 'native';

let session: OrdersSession;
let webhook: string;
let wakeUp: string;

beforeAll( async () => {
	session = await openOrdersSession( true, {
		death: DEATH,
		no_wake_up: NO_WAKE_UP,
	} );
	const { shop } = session;
	await session.startAnew();
	await session.hold( { mode: 'keycrm_orders', source_id: 1 } );
	await session.buy( session.goods.cap, OPEN );
	await session.syncs();
	webhook = await webhookPath( shop );
	const token = await shop.php(
		`return ( new KeyCrmStock\\Services( $GLOBALS['wpdb'], WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract' ) )->wake_up_address->url();`
	);
	wakeUp = `${ API }/wake-up/${ String( token ).split( '/' ).at( -1 ) }`;
} );
afterAll( () => session.stop() );

/** KeyCRM has so many caps now, and says so. */
async function report( caps: number ): Promise< void > {
	setInKeyCrm( session.keycrm, 'CAP', caps );
	const [ cap ] = session.keycrm.world.catalogue.offersOfSku( 'CAP' );
	const { status } = await post(
		session.shop,
		webhook,
		aboutStock( cap?.id ?? 0 )
	);
	expect( status ).toBe( 200 );
}

/** Not by shop.request(), which expects a whole answer. @return The answer. */
async function wake(): Promise< string > {
	const answer = await fetch( session.shop.url + wakeUp, { method: 'POST' } );
	expect( answer.status ).toBe( 200 );
	return answer.text();
}

const deathSchema = z.object( { before: z.optional( z.string() ) } );

/** A worker that dies before its `at`-th writing statement. @return The statement; null where it had fewer. */
async function dies( at: number ): Promise< string | null > {
	const file = join( session.shop.dir, 'wp-content/death.json' );
	writeFileSync( file, JSON.stringify( { at } ) );
	const text = await wake();
	const { before } = deathSchema.parse(
		JSON.parse( readFileSync( file, 'utf8' ) )
	);
	rmSync( file );
	expect( text === '' ).toBe( before !== undefined );
	return before ?? null;
}

/** The phase of the refresh under way, by the database. */
async function phase(): Promise< string > {
	const rows = z
		.array( z.object( { phase: z.string() } ) )
		.parse(
			await session.shop.sql(
				"SELECT phase FROM wp_keycrm_stock_runs WHERE lane = 'refresh' AND active = 1"
			)
		);
	return rows[ 0 ]?.phase ?? 'none';
}

/** Half a minute passes: the lease of the dead is over, and so is its request slot. */
async function untilLeaseEnds(): Promise< void > {
	await session.shop.sql(
		'UPDATE wp_keycrm_stock_runs SET lease_until = 1 WHERE active = 1'
	);
	await session.shop.sql(
		"DELETE FROM wp_options WHERE option_name = 'keycrm_stock_pace'"
	);
}

( isNative ? it : it.skip )(
	'at any of its writing statements, with and without another change meanwhile',
	async () => {
		const phases = new Set< string >();
		let deaths = 0;
		for ( ; ; deaths++ ) {
			let caps = 20 + 2 * deaths;
			await report( caps );
			const statement = await dies( deaths + 1 );
			if ( statement === null ) {
				break;
			}
			phases.add( await phase() );
			if ( deaths % 2 === 1 ) {
				caps++;
				await report( caps );
			}
			await untilLeaseEnds();
			await wake();
			const place = { deaths, statement };
			expect( {
				...place,
				stock: await session.stock(),
				waiting: await waiting( session ),
				phase: await phase(),
			} ).toEqual( {
				...place,
				stock: caps - OPEN,
				waiting: 0,
				phase: 'none',
			} );
		}
		expect( deaths ).toBeGreaterThan( 15 );
		expect( [ ...phases ] ).toEqual(
			expect.arrayContaining( [
				'none',
				'orders',
				'read',
				'recheck',
				'plan',
				'guard',
				'write',
			] )
		);
		expect(
			( await refreshes( session ) ).filter(
				( { status } ) => status !== 'succeeded'
			)
		).toEqual( [] );
	}
);
