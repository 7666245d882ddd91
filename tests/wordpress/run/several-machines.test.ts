/**
 * Tests several machines with one database: one lease, one write for each product, nothing lost. Needs real
 * processes.
 */
import * as z from 'zod/mini';
import { phpFile } from '../../support/php-file';
import { bulkFill } from '../../support/fill/bulk-fill';
import type { PhpProcess } from '../../support/worlds/shop';
import { current, openSession, startRun, stockBySku } from '../support/session';
import type { Session } from '../support/session';
import { asked, offers, pages } from '../support/shops/small-shop';

const COUNT = 1000;
const WORKERS = 3;

/** Records which process wrote which product. */
const WRITE_RECORDER = `
add_action( 'woocommerce_product_set_stock', static function ( $product ) {
	global $wpdb;
	$wpdb->insert( 'wp_test_diary', array( 'pid' => getmypid(), 'product_id' => $product->get_id(), 'at' => (string) microtime( true ) ) );
} );
`;

/** Starts a process that does the queue's and cron's work over and over, as a machine of its own would. */
const worker = ( run_id: number ) =>
	phpFile( __dirname, 'several-machines-worker.php', { run_id } );

const native = process.env[ 'TEST_WORLD' ] === 'native';
let session: Session;

beforeAll( async () => {
	session = await openSession(
		{ offers: offers( COUNT ) },
		{ mu: { diary: WRITE_RECORDER } }
	);
	await session.shop.sql(
		'CREATE TABLE wp_test_diary ( pid INT, product_id BIGINT, at DECIMAL(20,6), KEY at (at) )'
	);
	await bulkFill(
		session.shop,
		Array.from( { length: COUNT }, ( _, place ) => ( {
			sku: `Q-${ place }`,
			name: 'Q',
			price: 1,
			stock: 1,
			type: 'simple',
			parent: -1,
		} ) )
	);
} );
afterAll( () => session.stop() );
beforeEach( async () => {
	session.keycrm.log.clear();
	await session.shop.sql( 'TRUNCATE TABLE wp_test_diary' );
} );

function startWorkers( run_id: number ): PhpProcess[] {
	const { spawnPhp } = session.shop;
	if ( spawnPhp === undefined ) {
		throw new Error( 'This world has no processes.' );
	}
	return Array.from( { length: WORKERS }, () =>
		spawnPhp( worker( run_id ) )
	);
}

const recordedWritesSchema = z.array(
	z.object( { pid: z.coerce.number(), product_id: z.coerce.number() } )
);

async function recordedWrites() {
	return recordedWritesSchema.parse(
		await session.shop.sql(
			'SELECT pid, product_id FROM wp_test_diary ORDER BY at'
		)
	);
}

async function expectAllWrittenOnce( stock: number ): Promise< void > {
	const written = ( await recordedWrites() ).map(
		( { product_id } ) => product_id
	);
	expect( written ).toHaveLength( COUNT );
	expect( new Set( written ).size ).toBe( COUNT );
	expect( new Set( ( await stockBySku( session.shop ) ).values() ) ).toEqual(
		new Set( [ stock ] )
	);
}

( native ? it : it.skip )( 'shares a run between three workers', async () => {
	const { shop } = session;
	const { id } = await startRun( shop, 'sync' );
	const workers = startWorkers( id );
	await Promise.all( workers.map( ( { result } ) => result ) );
	const { run } = await current( shop );
	expect( run ).toMatchObject( {
		id,
		status: 'succeeded',
		counts: { updated: COUNT },
		requests: COUNT / 50,
	} );
	expect( asked( session ) ).toEqual( pages( COUNT / 50 ) );
	await expectAllWrittenOnce( 7 );
	const rows = await shop.sql(
		"SELECT id FROM wp_keycrm_stock_changes WHERE outcome = 'updated' AND written_at > 0"
	);
	expect( rows ).toHaveLength( COUNT );
} );

( native ? it : it.skip )(
	'loses nothing when a machine fails in the middle of a page',
	async () => {
		const { shop, keycrm } = session;
		for ( const found of keycrm.world.catalogue.offers() ) {
			keycrm.world.stock.set( found, 1, 9, 'manual' );
		}
		const { id } = await startRun( shop, 'sync' );
		const workers = startWorkers( id );
		await untilWriting();
		// All machines but one fail at once, whichever of them has the lease.
		workers.slice( 1 ).forEach( ( other ) => other.kill() );
		// A minute and a half passes.
		await shop.sql(
			`UPDATE wp_keycrm_stock_runs SET lease_until = 1 WHERE id = ${ id } AND lease_owner <> ''`
		);
		await workers[ 0 ]?.result;
		expect( ( await current( shop ) ).run ).toMatchObject( {
			status: 'succeeded',
			counts: { updated: COUNT },
		} );
		expect( new Set( ( await stockBySku( shop ) ).values() ) ).toEqual(
			new Set( [ 9 ] )
		);
	}
);

async function untilWriting(): Promise< void > {
	for ( let looks = 0; looks < 600; looks++ ) {
		const { run } = await current( session.shop );
		if ( run?.phase === 'write' && run.progress.done > 0 ) {
			return;
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 50 ) );
	}
	throw new Error( 'Nobody writes.' );
}
