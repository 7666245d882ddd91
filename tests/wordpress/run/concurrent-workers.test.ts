/** Tests several workers at once: one lease, one write for each product, nothing lost. */
import { bulkFill } from '../../support/fill/bulk-fill';
import {
	isActive,
	letTimePass,
	openSession,
	startRun,
	step,
	stockBySku,
} from '../support/session';
import type { Session } from '../support/session';
import {
	TOUCH_RECORDER,
	startTouchRecorder,
	touchedHooks,
} from '../support/recorders/touch-recorder';

const COUNT = 300;
let session: Session;

beforeAll( async () => {
	session = await openSession(
		{
			offers: Array.from( { length: COUNT }, ( _, place ) => ( {
				sku: `W-${ place }`,
				quantity: 7,
			} ) ),
		},
		{ mu: { touch_recorder: TOUCH_RECORDER } }
	);
	await bulkFill(
		session.shop,
		Array.from( { length: COUNT }, ( _, place ) => ( {
			sku: `W-${ place }`,
			name: 'W',
			price: 1,
			stock: 1,
			type: 'simple',
			parent: -1,
		} ) )
	);
} );
afterAll( () => session.stop() );

it( 'shares a run between the screen, the queue and another screen', async () => {
	const { shop, keycrm } = session;
	await startTouchRecorder( shop );
	let run = await startRun( shop, 'sync' );
	for ( let turns = 0; isActive( run ) && turns < 50; turns++ ) {
		if ( run.status === 'waiting' ) {
			await letTimePass( shop );
		}
		const [ first, second ] = await Promise.all( [
			step( shop, run.id ),
			step( shop, run.id ),
			shop.php( 'ActionScheduler::runner()->run(); return true;' ),
		] );
		run = isActive( first ) ? second : first;
	}
	expect( run ).toMatchObject( {
		status: 'succeeded',
		counts: { updated: COUNT },
		requests: COUNT / 50,
	} );
	expect( keycrm.log.entries() ).toHaveLength( COUNT / 50 );
	expect( new Set( ( await stockBySku( shop ) ).values() ) ).toEqual(
		new Set( [ 7 ] )
	);
	const hooks = await touchedHooks( shop );
	expect(
		hooks.filter( ( hook ) => hook === 'woocommerce_product_set_stock' )
	).toHaveLength( COUNT );
} );

it( 'continues after a worker has died with the lease', async () => {
	const { shop, keycrm } = session;
	keycrm.world.reset();
	keycrm.world.seed( {
		offers: Array.from( { length: COUNT }, ( _, place ) => ( {
			sku: `W-${ place }`,
			quantity: 8,
		} ) ),
	} );
	const run = await startRun( shop, 'sync' );
	await shop.sql(
		`UPDATE wp_keycrm_stock_runs SET lease_owner = 'dead', lease_until = ${
			Date.now() + 60_000
		} WHERE id = ${ run.id }`
	);
	expect( ( await step( shop, run.id ) ).progress.done ).toBe( 0 );
	await shop.sql(
		`UPDATE wp_keycrm_stock_runs SET lease_until = ${
			Date.now() - 1
		} WHERE id = ${ run.id }`
	);
	let now = await step( shop, run.id );
	while ( isActive( now ) ) {
		await letTimePass( shop );
		now = await step( shop, run.id );
	}
	expect( now ).toMatchObject( {
		status: 'succeeded',
		counts: { updated: COUNT },
	} );
} );
