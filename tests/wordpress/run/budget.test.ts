/** Steps that fit anywhere: little time, little memory, slow plugins beside us. */
import { bulkFill } from '../../support/fill/bulk-fill';
import {
	call,
	current,
	isActive,
	openSession,
	startRun,
	stockBySku,
} from '../support/session';
import type { Session } from '../support/session';
import { offers } from '../support/shops/small-shop';

const COUNT = 300;

/** php-wasm counts all the time that passes against the limit, native PHP only what it computes itself. */
const SECONDS = process.env[ 'TEST_WORLD' ] === 'native' ? 2 : 5;

/** While the option is there, every change of stock costs so many milliseconds. */
const SLOW = `
add_action( 'woocommerce_product_set_stock', static function () {
	usleep( 1000 * (int) get_option( 'test_slow_ms', 0 ) );
} );`;

let session: Session;

beforeAll( async () => {
	session = await openSession(
		{ offers: offers( COUNT ) },
		{ mu: { slow: SLOW } }
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
	const { shop, keycrm } = session;
	for ( const found of keycrm.world.catalogue.offers() ) {
		const quantity = ( found.stock[ 0 ]?.quantity ?? 0 ) + 1;
		keycrm.world.stock.set( found, 1, quantity, 'manual' );
	}
	await call( shop, 'POST', '/settings', { requests_per_minute: 600 } );
} );

/** Has the queue's step action done in requests of their own; gives how long each took and how far it came. */
async function inRequests( before: string ) {
	const { shop } = session;
	const { id } = await startRun( shop, 'sync' );
	const steps: { ms: number; done: number; phase: string }[] = [];
	for (;;) {
		const began = Date.now();
		await shop.php(
			`${ before } do_action( 'keycrm_stock_step', ${ id } ); return true;`
		);
		const { run } = await current( shop );
		if ( run === null || steps.length > 300 ) {
			throw new Error( 'The run is lost, or does not end.' );
		}
		steps.push( {
			ms: Date.now() - began,
			done: run.progress.done,
			phase: run.phase,
		} );
		if ( ! isActive( run ) ) {
			expect( run ).toMatchObject( {
				status: 'succeeded',
				counts: { updated: COUNT },
			} );
			return steps;
		}
	}
}

async function expectAllRight(): Promise< void > {
	const { shop, keycrm } = session;
	const [ first ] = keycrm.world.catalogue.offers();
	expect( new Set( ( await stockBySku( shop ) ).values() ) ).toEqual(
		new Set( [ first?.stock[ 0 ]?.quantity ] )
	);
}

/** A request that gives few seconds, where every change of stock takes so long. */
async function inFewSeconds( slow_ms: number ) {
	await session.shop.php(
		`return update_option( 'test_slow_ms', ${ slow_ms } );`
	);
	const steps = await inRequests(
		`ini_set( 'max_execution_time', '${ SECONDS }' );`
	);
	await session.shop.php( `return delete_option( 'test_slow_ms' );` );
	return steps;
}

it( 'ends a run on a server that gives a few seconds', async () => {
	// More than fits into them, however fast the machine is.
	const steps = await inFewSeconds( ( SECONDS * 1000 ) / COUNT );
	expect( steps.length ).toBeGreaterThan( 1 );
	await expectAllRight();
} );

it( 'does one piece a request where the time is used up already', async () => {
	const steps = await inRequests( `
		ini_set( 'max_execution_time', '30' );
		$_SERVER['REQUEST_TIME_FLOAT'] = microtime( true ) - 29;` );
	// 6 pages to read, some to look up and to compare, 15 to write.
	expect( steps.length ).toBeGreaterThan( 21 );
	expect( steps.length ).toBeLessThan( 40 );
	await expectAllRight();
} );

it( 'ends a run where other plugins have left little memory', async () => {
	const steps = await inRequests( `
		$used = memory_get_usage( true );
		ini_set( 'memory_limit', (string) ( $used + 24 * 1024 * 1024 ) );` );
	expect( steps.length ).toBeLessThan( 10 );
	await expectAllRight();
} );

it( 'writes small pages where another plugin makes each product slow', async () => {
	const steps = await inFewSeconds( 50 );
	const writing = steps.filter( ( { phase } ) => phase === 'write' );
	// Half of the time is worked, and the page ended that was begun within it.
	expect( writing.length ).toBeGreaterThan( 2 );
	expect( Math.max( ...writing.map( ( { ms } ) => ms ) ) ).toBeLessThan(
		1000 * ( SECONDS + 4 )
	);
	await expectAllRight();
} );

it.each( [
	[ '0', 0, 20_000 ],
	[ '30', 0, 15_000 ],
	[ '60', 0, 20_000 ],
	[ '30', 20, 4_000 ],
	[ '4', 0, 2_000 ],
] )(
	'with max_execution_time %s and %d s gone works for %d ms',
	async ( limit, gone, expected ) => {
		const room = await session.shop.php( `
			ini_set( 'max_execution_time', '${ limit }' );
			$now = 1_800_000_000_000;
			$_SERVER['REQUEST_TIME_FLOAT'] = $now / 1000 - ${ gone };
			$budget = KeyCrmStock\\Sync\\Run\\Budget::for_worker( $now );
			return array( $budget->has_room( $now + ${ expected } - 1 ), $budget->has_room( $now + ${ expected } ) );
		` );
		expect( room ).toEqual( [ true, false ] );
	}
);
