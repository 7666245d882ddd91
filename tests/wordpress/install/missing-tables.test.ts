/**
 * Tests the check of the plugin's tables.
 * Any request makes missing tables again. If that fails, the plugin says why, and no request of others fails.
 */
import {
	cron,
	drop,
	notice,
	openPage,
	OTHER_PLUGIN,
	tables,
	TABLES,
} from '../support/faults/own-tables';
import {
	refuse,
	REFUSE_STATEMENTS,
	refuseNothing,
} from '../support/faults/refused-statements';
import { API, call, openSession, sync } from '../support/session';
import type { Session } from '../support/session';
import { siteHealth } from '../support/site-health';
import { offers, sell, stockOf } from '../support/shops/small-shop';

let session: Session;

beforeAll( async () => {
	session = await openSession(
		{ offers: offers( 60 ) },
		{ mu: { other: OTHER_PLUGIN, refuse: REFUSE_STATEMENTS } }
	);
	await sell( session, [ 'Q-0', 'Q-59' ] );
} );
afterAll( () => session.stop() );
beforeEach( async () => {
	refuseNothing( session.shop );
	await openPage( session.shop );
	expect( await sync( session.shop ) ).toMatchObject( {
		status: 'succeeded',
	} );
} );

describe( 'when tables are lost while the options stay', () => {
	const WAYS: [ string, () => Promise< unknown > ][] = [
		[ 'REST', () => call( session.shop, 'GET', '/runs/current' ) ],
		[ 'wp-cron.php', () => cron( session.shop ) ],
		[ 'the plugin’s page', () => openPage( session.shop ) ],
		[ 'Site Health', () => siteHealth( session.shop, 'sync' ) ],
		[
			'a step of the queue',
			() =>
				session.shop.php(
					`do_action( 'keycrm_stock_step', 1 ); return true;`
				),
		],
		[
			'a new activation',
			() =>
				session.shop.php( `
					require_once ABSPATH . 'wp-admin/includes/plugin.php';
					deactivate_plugins( 'stock-sync-for-keycrm/stock-sync-for-keycrm.php' );
					$failed = activate_plugin( 'stock-sync-for-keycrm/stock-sync-for-keycrm.php' );
					return is_wp_error( $failed ) ? $failed->get_error_message() : true;` ),
		],
	];
	it.each( WAYS )( '%s makes the tables again', async ( _, ask ) => {
		await drop(
			session.shop,
			'runs',
			'levels',
			'changes',
			'orders',
			'dirty'
		);
		await ask();
		expect( await tables( session.shop ) ).toEqual( TABLES );
	} );

	it( 'makes a single missing table again', async () => {
		await drop( session.shop, 'dirty' );
		await call( session.shop, 'GET', '/settings' );
		expect( await tables( session.shop ) ).toEqual( TABLES );
	} );

	it( 'runs other plugins’ jobs', async () => {
		await drop( session.shop, 'runs' );
		expect( await cron( session.shop ) ).toEqual( [ 'cron', 'queue' ] );
	} );

	it( 'reads everything again in the next sync', async () => {
		const { shop } = session;
		await drop( session.shop, 'levels' );
		await shop.php(
			`return wc_update_product_stock( wc_get_product_id_by_sku( 'Q-59' ), 1 );`
		);
		const run = await sync( shop );
		expect( run ).toMatchObject( {
			status: 'succeeded',
			read_plan: { kind: 'whole' },
			counts: { updated: 1 },
		} );
		expect( await stockOf( session, 'Q-59' ) ).toBe( 7 );
	} );
} );

describe( 'when the tables cannot be made', () => {
	beforeEach( async () => {
		refuse( session.shop, '/^CREATE TABLE/' );
		await drop(
			session.shop,
			'runs',
			'levels',
			'changes',
			'orders',
			'dirty'
		);
	} );

	it( 'still runs other plugins’ jobs', async () => {
		expect( await cron( session.shop ) ).toEqual( [ 'cron', 'queue' ] );
		expect( await cron( session.shop ) ).toEqual( [ 'cron', 'queue' ] );
	} );

	it( 'gives the reason in REST answers, but not to visitors who are not logged in', async () => {
		const manager = await session.shop.request( `${ API }/runs/current`, {
			as: 'shop_manager',
		} );
		expect( manager.status ).toBe( 503 );
		expect( manager.json ).toMatchObject( {
			code: 'keycrm_stock_tables_missing',
			data: { details: expect.stringContaining( 'CREATE, ALTER' ) },
		} );
		const guestAnswer = await session.shop.request( `${ API }/tick/abc` );
		expect( guestAnswer.status ).toBe( 503 );
		expect( guestAnswer.text ).not.toContain( 'no_such_table' );
	} );

	it( 'gives the reason in a notice and in Site Health', async () => {
		await cron( session.shop );
		for ( const page of [
			'index.php',
			'edit.php?post_type=product',
			'admin.php?page=keycrm-stock',
		] ) {
			expect( await notice( session.shop, page ) ).toContain(
				'no_such_table'
			);
			expect( await notice( session.shop, page ) ).toContain(
				'CREATE, ALTER'
			);
		}
		expect( await siteHealth( session.shop, 'sync' ) ).toMatchObject( {
			status: 'critical',
			label: expect.stringContaining( 'its tables are missing' ),
			description: expect.stringContaining( 'no_such_table' ),
		} );
	} );

	it( 'activates without a fatal error, and makes the tables on the next page view once it may', async () => {
		const { shop } = session;
		expect(
			await shop.php( `
				require_once ABSPATH . 'wp-admin/includes/plugin.php';
				deactivate_plugins( 'stock-sync-for-keycrm/stock-sync-for-keycrm.php' );
				$failed = activate_plugin( 'stock-sync-for-keycrm/stock-sync-for-keycrm.php' );
				return is_wp_error( $failed ) ? $failed->get_error_message() : true;` )
		).toBe( true );
		refuseNothing( shop );
		expect(
			await notice( session.shop, 'admin.php?page=keycrm-stock' )
		).toBe( '' );
		expect( await tables( session.shop ) ).toEqual( TABLES );
		expect( ( await sync( shop ) ).status ).toBe( 'succeeded' );
	} );
} );
