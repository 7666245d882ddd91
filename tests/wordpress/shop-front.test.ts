/** Pages that shoppers see pay nothing for the plugin. */
import { openShop } from '../support/worlds/shop';
import type { Shop } from '../support/worlds/shop';

const COUNTER = `<?php
add_action( 'shutdown', static function () {
	if ( ! isset( $_GET['counted'] ) ) { return; }
	global $wpdb, $wp_scripts, $wp_styles;
	$ours = array_filter(
		array_merge( $wp_scripts->done ?? array(), $wp_styles->done ?? array() ),
		static fn ( $handle ) => str_contains( $handle, 'keycrm' )
	);
	echo '<!--counted:' . wp_json_encode( array(
		'queries' => $wpdb->num_queries,
		'ours' => array_values( $ours ),
		'files' => count( array_filter( get_included_files(), static fn ( $file ) => str_contains( $file, 'stock-sync-for-keycrm' ) ) ),
	) ) . '-->';
} );
`;

let shop: Shop;
let product: string;

beforeAll( async () => {
	shop = await openShop( { activate: false, mu: { counter: COUNTER } } );
	product = String(
		await shop.php( `
			$product = new WC_Product_Simple();
			$product->set_name( 'Cap' );
			$product->set_sku( 'CAP' );
			$product->set_regular_price( '10' );
			$product->set_manage_stock( true );
			$product->set_stock_quantity( 5 );
			return $product->save();
		` )
	);
} );
afterAll( () => shop.stop() );

async function count( path: string ) {
	// The first visits fill caches and transients.
	for ( let visit = 0; visit < 3; visit++ ) {
		await shop.request( path );
	}
	const { status, text } = await shop.request( path );
	expect( status ).toBe( 200 );
	const [ , json ] = /<!--counted:(.*?)-->/.exec( text ) ?? [];
	const counted: { queries: number; ours: string[]; files: number } =
		JSON.parse( json ?? '' );
	return { ...counted, text };
}

it( 'adds no query, no asset and no word to a product page, the shop and the home page', async () => {
	const pages = [
		'/?counted=1',
		`/?p=${ product }&post_type=product&counted=1`,
		'/?post_type=product&counted=1',
	];
	const before = [];
	for ( const page of pages ) {
		before.push( await count( page ) );
	}
	await shop.php(
		`require_once ABSPATH . 'wp-admin/includes/plugin.php'; return activate_plugin( 'stock-sync-for-keycrm/stock-sync-for-keycrm.php' );`
	);
	for ( const [ place, page ] of pages.entries() ) {
		const after = await count( page );
		expect( { page, queries: after.queries } ).toEqual( {
			page,
			queries: before[ place ]?.queries,
		} );
		expect( after.ours ).toEqual( [] );
		expect( after.text ).not.toContain( 'stock-sync-for-keycrm' );
		// The main file and the class that registers the hooks: it really is active.
		expect( before[ place ]?.files ).toBe( 0 );
		expect( after.files ).toBeGreaterThan( 0 );
		expect( after.files ).toBeLessThanOrEqual( 4 );
	}
} );

it( 'autoloads next to nothing', async () => {
	const rows = await shop.sql(
		"SELECT option_name, LENGTH(option_value) AS bytes FROM wp_options WHERE option_name LIKE 'keycrm_stock%' AND autoload IN ('yes', 'on', 'auto', 'auto-on')"
	);
	expect( Array.isArray( rows ) ).toBe( true );
	for ( const row of Array.isArray( rows ) ? rows : [] ) {
		expect( Number( row.bytes ) ).toBeLessThan( 100 );
	}
} );
