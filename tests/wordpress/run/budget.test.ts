/** Tests steps under pressure: little time, little memory, and other plugins that are slow. */
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

/** php-wasm counts all elapsed time against the limit, native PHP only its own CPU time. */
const SECONDS = process.env[ 'TEST_WORLD' ] === 'native' ? 2 : 5;

/** While the option is set, every change of stock takes so many milliseconds. */
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

/** Runs the queue's step action in separate requests, and returns the time and progress of each. */
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

/** Runs with few seconds a request, while every change of stock takes so long. */
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

it( 'completes a run on a server that allows a few seconds', async () => {
	// The writes take longer than the limit, however fast the machine is.
	const steps = await inFewSeconds( ( SECONDS * 1000 ) / COUNT );
	expect( steps.length ).toBeGreaterThan( 1 );
	await expectAllRight();
} );

it( 'does one piece of work a request when the time is already used up', async () => {
	const steps = await inRequests( `
		ini_set( 'max_execution_time', '30' );
		$_SERVER['REQUEST_TIME_FLOAT'] = microtime( true ) - 29;` );
	// 6 pages to read, some to look up and to compare, 15 to write.
	expect( steps.length ).toBeGreaterThan( 21 );
	expect( steps.length ).toBeLessThan( 40 );
	await expectAllRight();
} );

it( 'completes a run when other plugins have left little memory', async () => {
	const steps = await inRequests( `
		$used = memory_get_usage( true );
		ini_set( 'memory_limit', (string) ( $used + 24 * 1024 * 1024 ) );` );
	expect( steps.length ).toBeLessThan( 10 );
	await expectAllRight();
} );

it( 'writes small pages when another plugin makes each product slow', async () => {
	const steps = await inFewSeconds( 50 );
	const writing = steps.filter( ( { phase } ) => phase === 'write' );
	// A step works for half of the time, and completes the page that it has begun.
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
	'with max_execution_time %s and %d s already used works for %d ms',
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
