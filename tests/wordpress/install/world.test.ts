/** Tests the test shop itself, on which all other tests rely. */
import { openShop } from '../../support/worlds/shop';
import { phpFile } from '../../support/php-file';
import { phpValue } from '../../support/php-value';
import type { Shop } from '../../support/worlds/shop';

let shop: Shop;

beforeAll( async () => {
	shop = await openShop( {
		activate: 'absent',
		constants: { SHOP_TEST_CONSTANT: "it's \\ here" },
		mu: { shouter: 'function test_shout(): string { return "HEY"; }' },
	} );
} );

afterAll( () => shop.stop() );

test( 'it runs the versions of WordPress and WooCommerce that it names', async () => {
	const { versions } = shop.world;
	expect(
		await shop.php(
			`return array( get_bloginfo( 'version' ), WC()->version );`
		)
	).toEqual( [ versions.wordpress, versions.woocommerce ] );
} );

test( 'it accepts constants and must-use plugins', async () => {
	expect(
		await shop.php( `return array( SHOP_TEST_CONSTANT, test_shout() );` )
	).toEqual( [ "it's \\ here", 'HEY' ] );
} );

test.each( [
	[ 'admin', true, true ],
	[ 'shop_manager', true, false ],
	[ 'editor', false, false ],
	[ 'customer', false, false ],
	[ 'subscriber', false, false ],
	[ 'guest', false, false ],
] as const )(
	'%s: may manage WooCommerce %s, may manage options %s',
	async ( as, shops, options ) => {
		await shop.php( `
		add_option( 'unused', 1 );
		file_put_contents( WPMU_PLUGIN_DIR . '/who.php', ${ phpValue(
			`<?php\n${ phpFile( __dirname, 'world-who.php' ) }`
		) } );
		return true;` );
		const { json } = await shop.request( '/wp-json/who/v1/me', { as } );
		expect( json ).toEqual( [ shops, options ] );
	}
);

test( 'a warning, an exception, a fatal error and an exit fail with a message', async () => {
	await expect( shop.php( 'return $nothing;' ) ).rejects.toThrow(
		'Undefined variable $nothing'
	);
	await expect(
		shop.php( 'throw new LogicException( "no" );' )
	).rejects.toThrow( 'LogicException: no' );
	await expect( shop.php( 'no_such_function();' ) ).rejects.toThrow(
		'no_such_function'
	);
	await expect( shop.php( 'exit;' ) ).rejects.toThrow( 'ended the request' );
} );

test( 'SQL returns rows, and the number of changed rows', async () => {
	await shop.sql(
		`INSERT INTO wp_options ( option_name, option_value ) VALUES ( 'price', '$5 "net"' )`
	);
	expect(
		await shop.sql(
			`SELECT option_value FROM wp_options WHERE option_name = 'price'`
		)
	).toEqual( [ { option_value: '$5 "net"' } ] );
	expect(
		await shop.sql( `DELETE FROM wp_options WHERE option_name = 'price'` )
	).toBe( 1 );
	await expect( shop.sql( 'SELECT nothing FROM nowhere' ) ).rejects.toThrow(
		'nowhere'
	);
} );

test( 'PHP reaches its own site, and no other host', async () => {
	expect(
		await shop.php( `
			$own   = wp_remote_get( home_url( '/?rest_route=/wp/v2/types/post' ), array( 'timeout' => 60 ) );
			$other = wp_remote_get( 'https://wordpress.org/' );
			return array( wp_remote_retrieve_response_code( $own ), $other->get_error_code() );` )
	).toEqual( [ 200, 'http_request_not_executed' ] );
} );

test( 'a product made through REST has its stock', async () => {
	const { status } = await shop.request( '/wp-json/wc/v3/products', {
		as: 'shop_manager',
		method: 'POST',
		body: {
			name: 'Чай',
			sku: 'TEA-1',
			manage_stock: true,
			stock_quantity: 5,
		},
	} );
	// The stand-in has no REST API for products.
	expect( status ).toBe( shop.world.woocommerce === 'real' ? 201 : 404 );
	expect(
		await shop.php( `
			$product = new WC_Product_Simple();
			$product->set_props( array( 'name' => 'Кава', 'sku' => 'COFFEE-1', 'manage_stock' => true, 'stock_quantity' => 7 ) );
			return wc_get_product( $product->save() )->get_stock_quantity();` )
	).toBe( 7 );
} );

test( 'a sign-in address opens wp-admin', async () => {
	const { status, headers } = await shop.request(
		new URL( shop.loginUrl( 'plugins.php' ) ).href.replace( shop.url, '' )
	);
	const location = headers.get( 'location' );
	expect( [ status, location ] ).toEqual( [
		302,
		`${ shop.url }/wp-admin/plugins.php`,
	] );
	const cookie = headers
		.getSetCookie()
		.map( ( line ) => line.split( ';' )[ 0 ] )
		.join( '; ' );
	const page = await shop.request( '/wp-admin/plugins.php', {
		headers: { Cookie: cookie },
	} );
	expect( page.text ).toContain( '<title>Plugins' );
} );

test( 'processes run on their own where the world supports them', async () => {
	const { spawnPhp } = shop;
	if ( spawnPhp === undefined ) {
		expect( shop.world.kind ).toBe( 'wasm' );
		return;
	}
	const pids = await Promise.all(
		[ 1, 2 ].map(
			() => spawnPhp( 'usleep( 300000 ); return getmypid();' ).result
		)
	);
	expect( new Set( pids ).size ).toBe( 2 );
} );

test( 'a request that is aborted while it waits blocks no other request', async () => {
	const slow = shop.php( 'sleep( 2 ); return 1;' );
	// Natively another worker answers it meanwhile.
	await fetch( `${ shop.url }/wp-json/`, {
		signal: AbortSignal.timeout( 500 ),
	} ).catch( () => undefined );
	expect( await slow ).toBe( 1 );
	expect( await shop.php( 'return 2;' ) ).toBe( 2 );
} );
