/** Tests the plugin's part of Site Health: its tests, on the page and in the weekly count, and its facts. */
import type { OfferSeed } from '../../support/keycrm-server';
import { healthInfo, siteHealth } from '../support/site-health';
import { openSession, save, sync } from '../support/session';
import type { Session } from '../support/session';
import { sell } from '../support/shops/small-shop';

const offers = ( quantity: number ): OfferSeed[] =>
	Array.from( { length: 40 }, ( _, place ) => ( {
		sku: `H-${ place }`,
		quantity,
	} ) );

const OFFICIAL = `
	if ( get_option( 'fake_official_plugin' ) ) {
		class WC_Integration_Keycrm {}
	}
`;

let session: Session;

beforeAll( async () => {
	session = await openSession(
		{ offers: offers( 7 ) },
		{ mu: { official: OFFICIAL } }
	);
	await sell(
		session,
		offers( 7 ).map( ( { sku } ) => sku ?? '' )
	);
} );
afterAll( () => session.stop() );

const about = ( test: 'sync' | 'writers' ) => siteHealth( session.shop, test );

function inKeyCrm( quantity: number ): void {
	session.keycrm.world.reset();
	session.keycrm.world.seed( { offers: offers( quantity ) } );
}

it( 'says that the plugin is not set up, also in the weekly count', async () => {
	await save( session.shop, { api_key: '' } );
	expect( await about( 'sync' ) ).toMatchObject( {
		status: 'recommended',
		label: 'KeyCRM stock sync is not set up yet',
	} );
	await session.shop.php( `
		add_filter( 'wp_doing_cron', '__return_true' );
		( new KeyCrmStock\\Plugin( WP_PLUGIN_DIR . '/stock-sync-for-keycrm/stock-sync-for-keycrm.php' ) )->register();
		require_once ABSPATH . 'wp-admin/includes/class-wp-site-health.php';
		$all = WP_Site_Health::get_tests()['direct'];
		if ( 'recommended' !== call_user_func( $all['keycrm_stock_sync']['test'] )['status'] ) { throw new RuntimeException( 'Not counted.' ); }
		return true;
	` );
	await save( session.shop, { api_key: session.keycrm.key } );
} );

it( 'suggests enabling the schedule, then reports that all is well', async () => {
	await sync( session.shop );
	expect( await about( 'sync' ) ).toMatchObject( {
		status: 'recommended',
		label: 'Automatic KeyCRM stock sync is off',
		actions: expect.stringContaining(
			'admin.php?page=keycrm-stock&#038;tab=settings&#038;field=schedule'
		),
	} );
	await save( session.shop, {
		schedule: { enabled: true, every_minutes: 15 },
	} );
	session.keycrm.log.clear();
	expect( await about( 'sync' ) ).toMatchObject( {
		status: 'good',
		label: 'KeyCRM stock sync works',
	} );
	expect( session.keycrm.log.entries() ).toEqual( [] );
} );

it( 'names what is overdue, missing or long ago', async () => {
	await session.shop.php( `
		as_unschedule_all_actions( 'keycrm_stock_start' );
		as_schedule_single_action( time() - 3 * HOUR_IN_SECONDS, 'keycrm_stock_start', array( 15 ), 'stock-sync-for-keycrm' );
		return true;
	` );
	expect( await about( 'sync' ) ).toMatchObject( {
		status: 'critical',
		label: 'The KeyCRM stock sync is 3 hours late',
		actions: expect.stringContaining( 'tab=help' ),
	} );
	await session.shop.php(
		`as_unschedule_all_actions( 'keycrm_stock_start' ); return true;`
	);
	expect( await about( 'sync' ) ).toMatchObject( {
		status: 'recommended',
		label: 'The next KeyCRM stock sync is not planned',
	} );
	await save( session.shop, {} );
	await session.shop.sql(
		'UPDATE wp_keycrm_stock_runs SET finished_at = finished_at - 259200000'
	);
	expect( await about( 'sync' ) ).toMatchObject( {
		status: 'recommended',
		label: 'The last successful KeyCRM stock sync was 3 days ago',
	} );
} );

it( 'puts the worst problem first and leaves none out', async () => {
	inKeyCrm( 0 );
	await sync( session.shop );
	await session.shop.php(
		`update_option( 'woocommerce_manage_stock', 'no' ); return true;`
	);
	const found = await about( 'sync' );
	expect( found ).toMatchObject( {
		status: 'critical',
		label: 'WooCommerce’s stock management is switched off',
	} );
	expect( found?.description ).toContain(
		'40 of 40 products in stock would become 0.'
	);
	await session.shop.php(
		`update_option( 'woocommerce_manage_stock', 'yes' ); return true;`
	);
	expect( ( await about( 'sync' ) )?.label ).toBe(
		'KeyCRM stock sync waits for your decision'
	);
	inKeyCrm( 7 );
	await sync( session.shop );
} );

it( 'says what failed and what to do', async () => {
	session.keycrm.faults.add( { kind: 'status', status: 401 }, { next: 3 } );
	await sync( session.shop );
	expect( await about( 'sync' ) ).toMatchObject( {
		status: 'recommended',
		label: 'The last KeyCRM stock sync failed',
		description: expect.stringMatching(
			/did not accept the API key.*Copy the key.*<li>Last successful sync .* · tried just now<\/li>/
		),
	} );
	await sync( session.shop );
	await sync( session.shop );
	expect( await about( 'sync' ) ).toMatchObject( {
		status: 'critical',
		label: 'The last 3 KeyCRM stock syncs failed',
	} );
	await sync( session.shop );
	expect( ( await about( 'sync' ) )?.status ).toBe( 'good' );
} );

it( 'names other plugins that set stock from KeyCRM, and accepts those that may', async () => {
	const activate = ( slug: string, name: string ) =>
		session.shop.php( `
			wp_mkdir_p( WP_PLUGIN_DIR . '/${ slug }' );
			file_put_contents( WP_PLUGIN_DIR . '/${ slug }/main.php', '<?php /* Plugin Name: ${ name } */' );
			update_option( 'active_plugins', array( ...get_option( 'active_plugins' ), '${ slug }/main.php' ) );
			return true;
		` );
	expect( ( await about( 'writers' ) )?.status ).toBe( 'good' );
	await activate( 'orders-to-keycrm', 'Orders &amp; KeyCRM' );
	expect( await about( 'writers' ) ).toMatchObject( {
		status: 'recommended',
		description: expect.stringContaining( 'Orders &amp; KeyCRM' ),
	} );
	await activate( 'stiv-stock-sync-for-keycrm', 'STIV Stock Sync' );
	await session.shop.php( `
		update_option( 'fake_official_plugin', 1 );
		update_option( 'woocommerce_integration-keycrm_settings', array( 'webhook_stock_update' => 'yes' ) );
		return true;
	` );
	expect( await about( 'writers' ) ).toMatchObject( {
		status: 'critical',
		description: expect.stringContaining(
			'KeyCRM’s own plugin, STIV Stock Sync'
		),
	} );
} );

it( 'shows facts and no secrets', async () => {
	const section = await healthInfo( session.shop );
	expect( section ).toContain( 'STIV Stock Sync' );
	expect( section ).toContain( 'every 15 minutes' );
	expect( section ).toMatch(
		/\d+: sync, person, succeeded, done, \d+ requests/
	);
	expect( section ).toContain( 'saved' );
	const token = await session.shop.php(
		`return get_option( 'keycrm_stock_tick_token' );`
	);
	expect( section ).not.toContain( session.keycrm.key );
	expect( section ).not.toContain( String( token ) );
	expect( section ).not.toContain( '@example' );
} );
