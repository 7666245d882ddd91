/** Tests that the plugin costs the pages of shoppers almost nothing. */
import { phpFile } from '../../support/php-file';
import { findSources } from '../../support/worlds/sources';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';

const COUNTER = phpFile( __dirname, 'shop-front-counter.php' );

const PLUGIN = 'stock-sync-for-keycrm/stock-sync-for-keycrm.php';

interface Counted {
	/** The SQL of each query, with numbers replaced by N. */
	readonly queries: string[];
	/** Handles of our scripts and styles. */
	readonly ours: string[];
	/** The number of our PHP files that were loaded. */
	readonly files: number;
}

let shop: Shop;
let pages: string[];

beforeAll( async () => {
	shop = await openShop( {
		activate: false,
		constants: { SAVEQUERIES: true },
		mu: { counter: COUNTER },
	} );
	const addresses = await shop.php(
		phpFile( __dirname, 'shop-front-product.php' )
	);
	pages = ( Array.isArray( addresses ) ? addresses : [] ).map(
		( address ) => {
			const url = new URL( String( address ) );
			url.searchParams.set( 'counted', '1' );
			return url.pathname + url.search;
		}
	);
	expect( pages ).toHaveLength( 3 );
} );
afterAll( () => shop.stop() );

/** Measures a page after its caches and transients are warm. */
async function count( path: string ): Promise< Counted & { text: string } > {
	for ( let visit = 0; visit < 4; visit++ ) {
		await shop.request( path );
	}
	const { status, text } = await shop.request( path );
	expect( status ).toBe( 200 );
	return { ...counted( text ), text };
}

/** Returns the queries that were added. Activating any plugin may remove some, so those are ignored. */
function added(
	before: readonly string[],
	after: readonly string[]
): string[] {
	const known = [ ...before ];
	return after.filter( ( query ) => {
		const place = known.indexOf( query );
		if ( place >= 0 ) {
			known.splice( place, 1 );
		}
		return place < 0;
	} );
}

function counted( text: string ): Counted {
	const [ , json ] = /<!--counted:(.*?)-->/.exec( text ) ?? [];
	return JSON.parse( json ?? '' );
}

it( 'adds no query, no asset and no text to a product page, the shop and the home page', async () => {
	const before = [];
	for ( const page of pages ) {
		before.push( await count( page ) );
	}
	await shop.php(
		`require_once ABSPATH . 'wp-admin/includes/plugin.php'; return activate_plugin( '${ PLUGIN }' );`
	);
	for ( const [ place, page ] of pages.entries() ) {
		const after = await count( page );
		expect(
			added( before[ place ]?.queries ?? [], after.queries )
		).toEqual( [] );
		expect( after.ours ).toEqual( [] );
		expect( after.text ).not.toContain( 'stock-sync-for-keycrm' );
		// The main file and the class that registers the hooks are loaded, so the plugin is active.
		expect( before[ place ]?.files ).toBe( 0 );
		expect( after.files ).toBeGreaterThan( 0 );
		expect( after.files ).toBeLessThanOrEqual( 4 );
	}
} );

/** The stand-in has no Store API. */
const onWooCommerce =
	findSources().woocommerce.origin === 'real' ? it : it.skip;

onWooCommerce(
	'adds no query and loads a handful of files for the block cart and checkout',
	async () => {
		const setActive = ( active: boolean ) =>
			shop.php( `
			require_once ABSPATH . 'wp-admin/includes/plugin.php';
			${ active ? 'activate_plugin' : 'deactivate_plugins' }( '${ PLUGIN }' );
			return true;` );
		const store = [
			'/wp-json/wc/store/v1/cart?counted=1',
			'/?rest_route=/wc/store/v1/products&counted=1',
		];
		await setActive( false );
		const before = [];
		for ( const address of store ) {
			before.push( await count( address ) );
		}
		await setActive( true );
		for ( const [ place, address ] of store.entries() ) {
			const after = await count( address );
			expect(
				added( before[ place ]?.queries ?? [], after.queries )
			).toEqual( [] );
			expect( before[ place ]?.files ).toBe( 0 );
			expect( after.files ).toBeGreaterThan( 0 );
			expect( after.files ).toBeLessThanOrEqual( 4 );
		}
	}
);

it( 'autoloads almost no options', async () => {
	const rows = await shop.sql(
		"SELECT option_name, LENGTH(option_value) AS bytes FROM wp_options WHERE option_name LIKE 'keycrm_stock%' AND autoload IN ('yes', 'on', 'auto', 'auto-on')"
	);
	expect( Array.isArray( rows ) ).toBe( true );
	for ( const row of Array.isArray( rows ) ? rows : [] ) {
		expect( Number( row.bytes ) ).toBeLessThan( 100 );
	}
} );
