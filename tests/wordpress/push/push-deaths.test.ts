/** Tests that no number is lost or logged twice when a worker that sends to KeyCRM dies, at whatever place. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runSchema } from '../../../src-admin/contract';
import type { Run } from '../../../src-admin/contract';
import { phpFile } from '../../support/php-file';
import { Random } from '../../support/keycrm-server/random';
import { openBlank } from '../support/shops/blank-account';
import { lead, notThere, setStock } from '../support/push';
import { refreshes, waiting } from '../support/refresh';
import { API, call, isActive, save, startRun, step } from '../support/session';
import type { Session } from '../support/session';
import { wrongNumbers } from '../support/shelf';
import { NO_WAKE_UP } from '../support/webhooks';

jest.setTimeout( 900_000 );

const DEATH = phpFile( __dirname, '../support/faults/death-at-write.php' );
const PRODUCTS = 12;
const DEATHS = 50;

/** Only native processes may die. */
const itNative = process.env[ 'TEST_WORLD' ] === 'native' ? it : it.skip;

let session: Session;

beforeEach( async () => {
	session = await openBlank( PRODUCTS, {
		mu: { death: DEATH, 'no-wake-up.php': NO_WAKE_UP },
	} );
	await save( session.shop, {
		push_warehouse_id: 1,
		guard: { min_products: 1000 },
	} );
} );
afterEach( () => session.stop() );

const deathSchema = z.object( { before: z.optional( z.string() ) } );

/** Sends a request whose process dies before its `at`-th writing statement. @return Whether it died. */
async function dies( at: number, path: string ): Promise< boolean > {
	const file = join( session.shop.dir, 'wp-content/death.json' );
	writeFileSync( file, JSON.stringify( { at } ) );
	const { text } = await session.shop.request( path, {
		method: 'POST',
		as: 'shop_manager',
	} );
	const { before } = deathSchema.parse(
		JSON.parse( readFileSync( file, 'utf8' ) )
	);
	rmSync( file );
	expect( text === '' ).toBe( before !== undefined );
	return before !== undefined;
}

/** Half a minute passes: the lease of the dead is over, and so are its request slot and any pause. */
async function untilLeaseEnds(): Promise< void > {
	await session.shop.sql(
		'UPDATE wp_keycrm_stock_runs SET lease_until = 1, resume_at = NULL WHERE active = 1'
	);
	await session.shop.sql(
		"DELETE FROM wp_options WHERE option_name = 'keycrm_stock_pace'"
	);
}

/** What the log says was sent in this run, each product once. */
async function logged( run: Run ): Promise< string[] > {
	const rows = z
		.array( z.object( { sku: z.string(), after: z.coerce.number() } ) )
		.parse(
			await session.shop.sql(
				`SELECT sku, \`after\` FROM wp_keycrm_stock_changes WHERE run_id = ${ run.id } AND outcome = 'updated' AND written_at > 0 ORDER BY sku`
			)
		);
	return rows.map( ( { sku, after } ) => `${ sku } ${ after }` );
}

const found = async ( id: number ): Promise< Run > =>
	runSchema.parse( await call( session.shop, 'GET', `/runs/${ id }` ) );

itNative( 'while changes of the shop are sent', async () => {
	await lead( session );
	const chance = new Random( 11 );
	for ( let deaths = 0, quantity = 100; deaths < DEATHS; quantity += 10 ) {
		const skus = [ 0, 1, 2 ].map( () => `B-${ chance.below( PRODUCTS ) }` );
		for ( const [ place, sku ] of skus.entries() ) {
			await setStock( session, sku, quantity + place );
		}
		const at = 1 + chance.below( 14 );
		deaths += ( await dies( at, await wakeUp() ) ) ? 1 : 0;
		await untilLeaseEnds();
		for ( let calls = 0; ( await waiting( session ) ) > 0; calls++ ) {
			expect( calls ).toBeLessThan( 6 );
			await session.shop.request( await wakeUp(), { method: 'POST' } );
			await untilLeaseEnds();
		}
		expect( { at, skus, wrong: await notThere( session ) } ).toEqual( {
			at,
			skus,
			wrong: [],
		} );
		const [ newest ] = await refreshes( session );
		expect( newest?.status ).toBe( 'succeeded' );
	}
} );

async function wakeUp(): Promise< string > {
	const url = await session.shop.php(
		`return ( new KeyCrmStock\\Services( $GLOBALS['wpdb'], WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract' ) )->wake_up_address->url();`
	);
	return `${ API }/wake-up/${ String( url ).split( '/' ).at( -1 ) }`;
}

itNative( 'while KeyCRM is filled', async () => {
	const chance = new Random( 12 );
	for ( let deaths = 0, fills = 0; deaths < DEATHS; fills++ ) {
		for ( const offer of session.keycrm.world.catalogue.offers() ) {
			session.keycrm.world.stock.set( offer, 1, 0, 'manual' );
		}
		let run = await startRun( session.shop, 'fill' );
		while ( run.status !== 'succeeded' ) {
			if ( chance.next() < 0.5 && isActive( run ) ) {
				const at = 1 + chance.below( 25 );
				deaths += ( await dies( at, `${ API }/runs/${ run.id }/step` ) )
					? 1
					: 0;
				await untilLeaseEnds();
				run = await found( run.id );
			}
			if ( run.status === 'needs_confirmation' ) {
				await call( session.shop, 'POST', `/runs/${ run.id }/confirm` );
			}
			run = isActive( run )
				? await step( session.shop, run.id )
				: await found( run.id );
			expect( [ 'failed', 'cancelled' ] ).not.toContain( run.status );
		}
		expect( { fills, wrong: await wrongNumbers( session ) } ).toEqual( {
			fills,
			wrong: [],
		} );
		expect( await logged( run ) ).toHaveLength( PRODUCTS );
		expect( run.counts ).toMatchObject( { updated: PRODUCTS, failed: 0 } );
	}
} );
