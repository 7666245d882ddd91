/** Tests a refresh that cannot succeed: it loses no mark, and is not repeated endlessly. */
import { letTimePass, save, sync } from '../support/session';
import type { Session } from '../support/session';
import { markSkus, refresh, refreshes, waiting } from '../support/refresh';
import { inKeyCrm, openSmallShop, stockOf } from '../support/shops/small-shop';

let session: Session;

beforeAll( async () => {
	session = await openSmallShop( 60, 6 );
	await save( session.shop, { guard: { min_products: 1000 } } );
	await sync( session.shop );
} );
afterAll( () => session.stop() );
beforeEach( () => session.keycrm.faults.clear() );

/** Returns the seconds until the scheduled refresh, or null if none is scheduled. */
async function planned(): Promise< number | null > {
	const at = await session.shop.php(
		`return as_next_scheduled_action( 'keycrm_stock_refresh' );`
	);
	return typeof at === 'number' ? at - Date.now() / 1000 : null;
}

/** Pretends that the last refresh ended so many minutes earlier. */
async function age( minutes: number ): Promise< void > {
	await session.shop.sql(
		`UPDATE wp_keycrm_stock_runs SET started_at = started_at - ${
			minutes * 60_000
		}, finished_at = finished_at - ${
			minutes * 60_000
		}, planned_at = planned_at - ${
			minutes * 60_000
		} WHERE lane = 'refresh'`
	);
}

it( 'fails, keeps the queue, and waits longer after each failure in a row', async () => {
	inKeyCrm( session.keycrm, 'Q-10', 3 );
	await markSkus( session, 'Q-10' );
	session.keycrm.faults.add( { kind: 'status', status: 403 } );
	const pauses = [];
	for ( let times = 0; times < 4; times++ ) {
		expect( await refresh( session ) ).toMatchObject( {
			status: 'failed',
		} );
		const runs = ( await refreshes( session ) ).length;
		await refresh( session );
		await refresh( session );
		expect( await refreshes( session ) ).toHaveLength( runs );
		pauses.push( await planned() );
		await session.shop.php(
			`as_unschedule_all_actions( 'keycrm_stock_refresh' ); return true;`
		);
		await age( 20 );
	}
	for ( const [ times, pause ] of pauses.entries() ) {
		const wanted = 10 * 2 ** times;
		expect( pause ).toBeGreaterThan( wanted - 8 );
		expect( pause ).toBeLessThan( wanted + 2 );
	}
	expect( await waiting( session ) ).toBe( 1 );
	session.keycrm.faults.clear();
	expect( await refresh( session ) ).toMatchObject( {
		status: 'succeeded',
		counts: { updated: 1 },
	} );
	expect( await stockOf( session, 'Q-10' ) ).toBe( 3 );
	expect( await waiting( session ) ).toBe( 0 );
} );

it( 'continues after a temporary fault', async () => {
	inKeyCrm( session.keycrm, 'Q-20', 3 );
	await markSkus( session, 'Q-20' );
	session.keycrm.faults.add( { kind: 'status', status: 502 }, { next: 1 } );
	expect( await refresh( session ) ).toMatchObject( {
		status: 'succeeded',
		counts: { updated: 1 },
	} );
} );

it( 'starts nothing without a key, and keeps the marks until there is one', async () => {
	inKeyCrm( session.keycrm, 'Q-30', 3 );
	await markSkus( session, 'Q-30' );
	const runs = ( await refreshes( session ) ).length;
	await session.shop.php(
		`update_option( 'test_key', get_option( 'keycrm_stock_api_key' ) ); return delete_option( 'keycrm_stock_api_key' );`
	);
	await refresh( session );
	expect( await refreshes( session ) ).toHaveLength( runs );
	expect( await waiting( session ) ).toBe( 1 );
	await session.shop.php(
		`return add_option( 'keycrm_stock_api_key', get_option( 'test_key' ), '', false );`
	);
	await refresh( session );
	expect( await stockOf( session, 'Q-30' ) ).toBe( 3 );
} );

it( 'writes nothing from the levels of another account', async () => {
	await markSkus( session, 'Q-40' );
	const runs = ( await refreshes( session ) ).length;
	await session.shop.php(
		`$read = get_option( 'keycrm_stock_whole_read' ); return update_option( 'keycrm_stock_whole_read', array( 'account' => 'other' ) + $read, false );`
	);
	await refresh( session );
	expect( await refreshes( session ) ).toHaveLength( runs );
	await sync( session.shop );
	await refresh( session );
	expect( await waiting( session ) ).toBe( 0 );
} );

it( 'starts nothing when WooCommerce manages no stock', async () => {
	await markSkus( session, 'Q-40' );
	const runs = ( await refreshes( session ) ).length;
	const manage = ( answer: string ) =>
		session.shop.php(
			`return update_option( 'woocommerce_manage_stock', '${ answer }' );`
		);
	await manage( 'no' );
	await refresh( session );
	expect( await refreshes( session ) ).toHaveLength( runs );
	await manage( 'yes' );
	await refresh( session );
	expect( await waiting( session ) ).toBe( 0 );
} );

it( 'leaves marks that arrive during a refresh to the next refresh', async () => {
	inKeyCrm( session.keycrm, 'Q-50', 5 );
	await markSkus( session, 'Q-50' );
	const { afterAnswer } = session.keycrm.world;
	const marked = new Promise< void >( ( resolve ) => {
		afterAnswer.next( 'GET /offers/stocks', () => {
			inKeyCrm( session.keycrm, 'Q-50', 4 );
			void markSkus( session, 'Q-50' ).then( resolve );
		} );
	} );
	await refresh( session );
	await marked;
	await letTimePass( session.shop );
	await refresh( session );
	expect( await stockOf( session, 'Q-50' ) ).toBe( 4 );
	expect( await waiting( session ) ).toBe( 0 );
} );
