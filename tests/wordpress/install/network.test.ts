/** Tests a network of sites: each site has data of its own, also when one site or the whole plugin is deleted. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { phpFile } from '../../support/php-file';
import { phpValue } from '../../support/php-value';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import { describeNative } from '../support/cli-session';

let shop: Shop;

/** Makes the test site the first site of a network in subfolders, and adds two sites. */
async function makeNetwork(): Promise< void > {
	const { host } = new URL( shop.url );
	await shop.php( phpFile( __dirname, 'network-install.php', { host } ) );
	appendFileSync(
		join( shop.dir, 'constants.php' ),
		Object.entries( {
			WP_ALLOW_MULTISITE: true,
			MULTISITE: true,
			SUBDOMAIN_INSTALL: false,
			DOMAIN_CURRENT_SITE: host,
			PATH_CURRENT_SITE: '/',
			SITE_ID_CURRENT_SITE: 1,
			BLOG_ID_CURRENT_SITE: 1,
		} )
			.map(
				( [ name, value ] ) =>
					`define( '${ name }', ${ phpValue( value ) } );\n`
			)
			.join( '' )
	);
	// PHP checks only every few seconds whether a compiled file has changed.
	for ( let tries = 0; tries < 50; tries++ ) {
		if ( ( await shop.php( 'return is_multisite();' ) ) === true ) {
			break;
		}
		await delay( 200 );
	}
	await shop.php( phpFile( __dirname, 'network-sites.php', { host } ) );
}

const tracesSchema = z.object( {
	tables: z.array( z.string() ),
	options: z.array( z.string() ),
	actions: z.number(),
} );

/** Returns what the plugin has left on a site. */
async function traces( site: number ) {
	const prefix = site === 1 ? 'wp_' : `wp_${ site }_`;
	return tracesSchema.parse(
		await shop.php( `
			global $wpdb;
			$there = static fn ( string $table ): bool => $wpdb->get_var( "SHOW TABLES LIKE '$table'" ) === $table;
			return array(
				'tables'  => $wpdb->get_col( "SHOW TABLES LIKE '${ prefix }keycrm\\\\_stock\\\\_%'" ),
				'options' => $there( '${ prefix }options' ) ? $wpdb->get_col( "SELECT option_name FROM ${ prefix }options WHERE option_name LIKE 'keycrm\\\\_stock\\\\_%'" ) : array(),
				'actions' => $there( '${ prefix }actionscheduler_actions' ) ? (int) $wpdb->get_var( "SELECT COUNT(*) FROM ${ prefix }actionscheduler_actions WHERE hook LIKE 'keycrm\\\\_stock\\\\_%' AND status = 'pending'" ) : 0,
			);
		` )
	);
}

const NOTHING = { tables: [], options: [], actions: 0 };

/** Saves a key and enables the schedule as the owner of a second shop. */
async function setUp( path: string ): Promise< unknown > {
	const { json } = await shop.request(
		`${ path }wp-json/keycrm-stock/v1/settings`,
		{
			method: 'POST',
			as: 'admin',
			body: {
				api_key: `key-of-the-shop-${ path.length }-0123456789`,
				schedule: { enabled: true, every_minutes: 15 },
			},
		}
	);
	return json;
}

describeNative( 'a network', () => {
	beforeAll( async () => {
		shop = await openShop();
		await makeNetwork();
	} );
	afterAll( () => shop.stop() );

	it( 'each site has its own tables and key from the first request on', async () => {
		for ( const path of [ '/two/', '/three/' ] ) {
			expect( await setUp( path ) ).toMatchObject( {
				api_key_set: true,
				schedule: { enabled: true },
			} );
		}
		const { tables, options, actions } = await traces( 2 );
		expect( tables.length ).toBeGreaterThan( 5 );
		expect( options ).toContain( 'keycrm_stock_api_key' );
		expect( actions ).toBeGreaterThan( 0 );
		const main = await shop.request( '/wp-json/keycrm-stock/v1/settings', {
			as: 'admin',
		} );
		expect( main.json ).toMatchObject( { api_key_set: false } );
	} );

	it( 'deleting a site removes its tables, and keeps those of other sites', async () => {
		await shop.php( `
			require_once ABSPATH . 'wp-admin/includes/ms.php';
			wpmu_delete_blog( 3, true );
			return true;
		` );
		expect( await traces( 3 ) ).toEqual( NOTHING );
		expect( ( await traces( 2 ) ).tables ).not.toEqual( [] );
	} );

	it( 'no site has a pending action after the plugin is deactivated for the network', async () => {
		await shop.php( `
			require_once ABSPATH . 'wp-admin/includes/plugin.php';
			deactivate_plugins( 'stock-sync-for-keycrm/stock-sync-for-keycrm.php', false, true );
			return true;
		` );
		expect( ( await traces( 1 ) ).actions ).toBe( 0 );
		expect( await traces( 2 ) ).toMatchObject( {
			actions: 0,
			options: expect.arrayContaining( [ 'keycrm_stock_api_key' ] ),
		} );
	} );

	it( 'no site has data of the plugin after it is deleted', async () => {
		await shop.php( `
			require_once ABSPATH . 'wp-admin/includes/plugin.php';
			uninstall_plugin( 'stock-sync-for-keycrm/stock-sync-for-keycrm.php' );
			return true;
		` );
		expect( await traces( 1 ) ).toEqual( NOTHING );
		expect( await traces( 2 ) ).toEqual( NOTHING );
	} );
} );
