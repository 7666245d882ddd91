/** Tests the way from the built zip, through WordPress's own installer, to the deletion of the plugin. */
import { z } from 'zod';
import { phpFile } from '../../support/php-file';
import { startKeyCrm } from '../../support/keycrm-server';
import type { KeyCrmServer } from '../../support/keycrm-server';
import { activatePlugin, installZip } from '../../support/demo/install';
import { saveSettings, sync } from '../../support/demo/rest';
import { SLUG } from '../../support/worlds/paths';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';

const FILE = `${ SLUG }/${ SLUG }.php`;

let keycrm: KeyCrmServer;
let shop: Shop;
let before: Traces;

const tracesSchema = z.object( {
	options: z.array( z.string() ),
	tables: z.array( z.string() ),
	cron: z.array( z.string() ),
	actions: z.array( z.string() ),
	user_meta: z.array( z.string() ),
	post_meta: z.array( z.string() ),
	files: z.array( z.string() ),
} );
type Traces = z.infer< typeof tracesSchema >;

/** Returns the names of everything that a plugin could leave behind. */
async function traces(): Promise< Traces > {
	return tracesSchema.parse(
		await shop.php( phpFile( __dirname, 'install-traces.php' ) )
	);
}

function ours( names: readonly string[] ): string[] {
	return names.filter( ( name ) => /keycrm/.test( name ) );
}

beforeAll( async () => {
	keycrm = await startKeyCrm( {
		catalogue: { offers: [ { sku: 'TEA', quantity: 7 } ] },
		behaviour: { limit_per_minute: null },
	} );
	shop = await openShop( {
		activate: 'absent',
		constants: { KEYCRM_STOCK_API_BASE_URL: keycrm.url },
	} );
	await shop.php( `
		$product = new WC_Product_Simple();
		$product->set_props( array( 'name' => 'Чай', 'sku' => 'TEA', 'manage_stock' => true, 'stock_quantity' => 3 ) );
		return $product->save();
	` );
	before = await traces();
} );

afterAll( async () => {
	await keycrm.stop();
	await shop.stop();
} );

test( 'WordPress’s installer accepts the zip', async () => {
	await installZip( shop );
	expect( ( await traces() ).files ).toContain( SLUG );
} );

test( 'the plugin leaves nothing in the database when it is installed but not active', async () => {
	const now = await traces();
	expect( { ...now, files: [] } ).toEqual( { ...before, files: [] } );
} );

test( 'the plugin works when it is active', async () => {
	await activatePlugin( shop );
	await saveSettings( shop, {
		api_key: keycrm.key,
		requests_per_minute: 600,
		guard: { min_products: 100 },
		schedule: { enabled: true, every_minutes: 5 },
	} );
	const run = await sync( shop, () => undefined );
	expect( run.status ).toBe( 'succeeded' );
	expect(
		await shop.php(
			`return wc_get_product( wc_get_product_id_by_sku( 'TEA' ) )->get_stock_quantity();`
		)
	).toBe( 7 );
	const now = await traces();
	expect( ours( now.tables ).length ).toBeGreaterThan( 0 );
	expect( ours( now.options ).length ).toBeGreaterThan( 0 );
	expect( now.actions.length ).toBeGreaterThan( 0 );
} );

test( 'the plugin keeps its settings and schedules nothing more when it is deactivated', async () => {
	await shop.php( `
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		deactivate_plugins( '${ FILE }' );
		return true;` );
	expect( ours( ( await traces() ).options ) ).toContain(
		'keycrm_stock_settings'
	);
	expect(
		await shop.php(
			`global $wpdb; return $wpdb->get_col( "SELECT hook FROM {$wpdb->prefix}actionscheduler_actions WHERE hook LIKE '%keycrm%' AND status IN ( 'pending', 'in-progress' )" );`
		)
	).toEqual( [] );
} );

test( 'the plugin leaves no trace when it is deleted', async () => {
	await shop.php( `
		wp_set_current_user( 1 );
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		$deleted = delete_plugins( array( '${ FILE }' ) );
		if ( true !== $deleted ) {
			throw new RuntimeException( is_wp_error( $deleted ) ? $deleted->get_error_message() : 'Not deleted.' );
		}
		return true;` );
	expect( await traces() ).toEqual( before );
} );

test( 'written stock stays when the plugin is deleted', async () => {
	expect(
		await shop.php(
			`return wc_get_product( wc_get_product_id_by_sku( 'TEA' ) )->get_stock_quantity();`
		)
	).toBe( 7 );
} );
