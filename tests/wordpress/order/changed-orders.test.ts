/**
 * Tests the check of KeyCRM's changed orders between two syncs, which finds out whose offers' numbers have
 * changed.
 */
import { STATUS } from '../../support/keycrm-server';
import type { OrderSeed } from '../../support/keycrm-server';
import { settingsSchema } from '../../../src-admin/contract';
import { refreshes } from '../support/refresh';
import { call, drive, letTimePass, save, sync } from '../support/session';
import type { Session } from '../support/session';
import {
	asked,
	inKeyCrm,
	openSmallShop,
	stockOf,
} from '../support/shops/small-shop';

const MARKETPLACE = 2;
const MINUTE = 60_000;

let session: Session;

beforeAll( async () => {
	session = await openSmallShop( 300, 6 );
	await save( session.shop, {
		guard: { min_products: 1000 },
		schedule: { enabled: true, every_minutes: 60 },
	} );
} );
afterAll( () => session.stop() );
beforeEach( () => session.keycrm.log.clear() );

/** Creates an order in KeyCRM, made that many minutes ago, whose pieces are reserved. */
function order(
	sku: string,
	quantity: number,
	minutes = 5,
	more: Partial< OrderSeed > = {}
): number {
	const { clock, world } = session.keycrm;
	clock.advance( -minutes * MINUTE );
	const id = world.orders.create( {
		source_id: MARKETPLACE,
		status_id: STATUS.agreed,
		products: [ { sku, quantity } ],
		...more,
	} );
	clock.advance( minutes * MINUTE );
	return id;
}

/** Does what the queue does every few minutes, and returns the requests to KeyCRM. */
async function look(): Promise< string[] > {
	const before = ( await refreshes( session ) ).length;
	await letTimePass( session.shop );
	await session.shop.php(
		'KeyCrmStock\\plugin()->look_at_orders(); return true;'
	);
	const [ newest, ...older ] = await refreshes( session );
	if ( newest !== undefined && older.length >= before ) {
		expect( await drive( session.shop, newest ) ).toMatchObject( {
			status: 'succeeded',
			trigger: 'schedule',
		} );
	}
	return session.keycrm.log.entries().map( ( { endpoint } ) => endpoint );
}

const planned = () =>
	session.shop.php( `
		return array_values( array_map(
			static fn ( $action ) => $action->get_args()[0],
			as_get_scheduled_actions( array( 'hook' => 'keycrm_stock_orders', 'status' => 'pending', 'per_page' => 10 ) )
		) );` );

it( 'sends no request before the first sync', async () => {
	order( 'Q-0', 3 );
	expect( await look() ).toEqual( [] );
	await sync( session.shop );
	expect( await stockOf( session, 'Q-0' ) ).toBe( 4 );
} );

it( 'the settings say what a look costs, beside what the last full sync took', async () => {
	const run = await sync( session.shop );
	const { order_looks_text: text } = settingsSchema.parse(
		await call( session.shop, 'GET', '/settings' )
	);
	expect( text ).toMatch( /marketplaces included: 1 request/ );
	expect( text ).toContain(
		`A full sync takes ${ run.requests } request${
			run.requests === 1 ? '' : 's'
		}.`
	);
} );

describe( 'the schedule', () => {
	const every = ( minutes: number, enabled = true ) =>
		save( session.shop, {
			schedule: { enabled, orders_every_minutes: minutes },
		} );

	it( 'is on only if the owner enables it, with the chosen interval', async () => {
		expect( await planned() ).toEqual( [] );
		await every( 5 );
		expect( await planned() ).toEqual( [ 5 ] );
		await every( 10 );
		expect( await planned() ).toEqual( [ 10 ] );
		await every( 10, false );
		expect( await planned() ).toEqual( [] );
		await every( 5 );
		await look();
		expect( await planned() ).toEqual( [ 5 ] );
	} );

	it( 'is also kept by requests to the tick URL', async () => {
		await session.shop.php( `
			as_unschedule_all_actions( 'keycrm_stock_orders' );
			as_schedule_single_action( time() - 60, 'keycrm_stock_orders', array( 5 ), 'stock-sync-for-keycrm' );
			return KeyCrmStock\\plugin()->look_at_orders();` );
		expect( await planned() ).toEqual( [ 5 ] );
	} );

	it( 'refuses intervals that the screen does not offer', async () => {
		await expect( every( 7 ) ).rejects.toThrow( '400' );
	} );
} );

describe( 'a check of the changed orders', () => {
	beforeAll( async () => {
		await sync( session.shop );
		await look();
	} );

	it( 'takes one request when nothing was sold, and creates no run', async () => {
		const before = await refreshes( session );
		expect( await look() ).toEqual( [ 'GET /order' ] );
		expect( await refreshes( session ) ).toHaveLength( before.length );
	} );

	it( 'writes a sale on a marketplace to the shop with two requests', async () => {
		order( 'Q-50', 2 );
		expect( await look() ).toEqual( [
			'GET /order',
			'GET /offers/stocks',
		] );
		expect( asked( session ) ).toEqual( [ '1 ids' ] );
		expect( await stockOf( session, 'Q-50' ) ).toBe( 5 );
	} );

	it( 'does not read the same sale again', async () => {
		expect( await look() ).toEqual( [ 'GET /order' ] );
	} );

	it( 'reads a just-changed order again in the next check, because KeyCRM’s clock counts whole seconds', async () => {
		const id = order( 'Q-50', 1, 0 );
		await look();
		session.keycrm.log.clear();
		session.keycrm.world.orders.setQuantity( id, 3 );
		await look();
		expect( await stockOf( session, 'Q-50' ) ).toBe( 2 );
	} );

	it( 'raises the number again when an order was cancelled', async () => {
		const id = order( 'Q-100', 4 );
		await look();
		expect( await stockOf( session, 'Q-100' ) ).toBe( 3 );
		session.keycrm.world.orders.setStatus( id, STATUS.cancelled );
		await look();
		expect( await stockOf( session, 'Q-100' ) ).toBe( 7 );
	} );

	it( 'reads all pages of a long list, and each offer in one request', async () => {
		await look();
		session.keycrm.log.clear();
		for ( let count = 0; count < 120; count++ ) {
			order( 'Q-150', 0.05, 3 );
		}
		const endpoints = await look();
		expect(
			endpoints.filter( ( one ) => one === 'GET /order' )
		).toHaveLength( 3 );
		expect( asked( session ) ).toHaveLength( 1 );
		expect( await stockOf( session, 'Q-150' ) ).toBe( 1 );
	} );

	it( 'ignores offers that the shop does not sell', async () => {
		order( 'Q-1', 2 );
		await look();
		expect( await stockOf( session, 'Q-1' ) ).toBeUndefined();
	} );

	it( 'does not notice a delivery, which the next full sync writes', async () => {
		inKeyCrm( session.keycrm, 'Q-200', 30 );
		await look();
		expect( await stockOf( session, 'Q-200' ) ).toBe( 7 );
		await sync( session.shop );
		expect( await stockOf( session, 'Q-200' ) ).toBe( 30 );
	} );

	it.each( [ 500, 404 ] )(
		'loses no change when KeyCRM answers %s',
		async ( status ) => {
			order( 'Q-250', 1 );
			const before = Number( await stockOf( session, 'Q-250' ) );
			session.keycrm.faults.add(
				{ kind: 'status', status },
				{ endpoint: 'GET /order', next: 1 }
			);
			await look();
			expect( await stockOf( session, 'Q-250' ) ).toBe( before );
			await look();
			expect( await stockOf( session, 'Q-250' ) ).toBe( before - 1 );
		}
	);

	it( 'sends no request without a key', async () => {
		await save( session.shop, { api_key: '' } );
		expect( await look() ).toEqual( [] );
		await save( session.shop, { api_key: session.keycrm.key } );
	} );
} );
