/** Tests the box on the product's edit screen that explains the sum in words. */
import { bulkFill } from '../../support/fill/bulk-fill';
import { phpValue } from '../../support/php-value';
import { orderCode } from '../support/orders/orders';
import { editPage, onScreen, openPage } from '../support/screens';
import { openSession, save, sync } from '../support/session';
import type { Session } from '../support/session';

const TEN = { price: 1, stock: 10, type: 'simple', parent: -1 } as const;
const EVIL = '<script>alert(1)</script>';

/** Makes one of the inputs of the sum fail. */
const FAULT = `<?php add_filter( 'pre_option_keycrm_stock_whole_read',
	static fn ( $value ) => get_option( 'broken' ) ? throw new RuntimeException( 'A <b>fault' ) : $value );`;

let session: Session;
let hat = 0;
let shirt = 0;
let stray = 0;

beforeAll( async () => {
	session = await openSession(
		{
			warehouses: [
				{ id: 1, name: 'Main' },
				{ id: 2, name: EVIL },
			],
			offers: [
				{
					sku: 'HAT',
					stock: [
						{ warehouse_id: 1, quantity: 98, reserve: 8 },
						{ warehouse_id: 2, quantity: 35, reserve: 3 },
					],
				},
				{ sku: 'SHIRT-S', quantity: 4 },
				{ sku: 'SHIRT-M', quantity: 12.5 },
				{ sku: 'TWICE', quantity: 1 },
				{ sku: 'TWICE', quantity: 1 },
			],
		},
		{ mu: { fault: FAULT } }
	);
	[ hat = 0, shirt = 0, , , , stray = 0 ] = await bulkFill( session.shop, [
		{ ...TEN, sku: 'HAT', name: 'Hat' },
		{ ...TEN, sku: '', name: 'Shirt', type: 'variable', stock: null },
		{ ...TEN, sku: 'SHIRT-S', name: 'S', type: 'variation', parent: 1 },
		{ ...TEN, sku: 'SHIRT-M', name: 'M', type: 'variation', parent: 1 },
		{ ...TEN, sku: 'TWICE', name: 'T', type: 'variation', parent: 1 },
		{ ...TEN, sku: 'STRAY', name: 'Stray' },
	] );
	await save( session.shop, { guard: { min_products: 1000 } } );
} );
afterAll( () => session.stop() );

/** Returns the box's rows with cells separated by a bar, or null if there is no box. */
async function box(
	product: number,
	as: 'shop_manager' | 'editor' = 'shop_manager'
): Promise< string[] | null > {
	const html = await openPage( session.shop, editPage( product ), as );
	const inside =
		/id="keycrm-stock-sum"[\s\S]*?<div class="inside">([\s\S]*?)<\/div>/.exec(
			html
		)?.[ 1 ];
	return inside === undefined
		? null
		: [ ...inside.matchAll( /<(?:tr|p)>([\s\S]*?)<\/(?:tr|p)>/g ) ].map(
				( [ , row = '' ] ) =>
					row
						.replace( /<\/t[hd]><t[hd][^>]*>/g, ' | ' )
						.replace( /<\/?t[hd][^>]*>/g, '' )
		  );
}

/** Treats XX in the expected row as any time. */
const pattern = ( row: string ): RegExp =>
	new RegExp(
		`^${ row
			.replace( /[.*+?^${}()|[\]\\]/g, '\\$&' )
			.replace( 'XX', '\\d+ \\w+' ) }$`
	);

onScreen( 'says before the first sync that nothing has been read', async () => {
	expect( await box( hat ) ).toEqual( [
		expect.stringContaining( 'has not been read yet' ),
	] );
} );

onScreen(
	'explains the sum with the numbers that were last read from KeyCRM',
	async () => {
		await sync( session.shop );
		const order = Number(
			await session.shop.php(
				`${ orderCode(
					[ { product: hat, quantity: 2 } ],
					'processing'
				) }
			update_post_meta( ${ hat }, '_keycrm_stock_buffer', '1' );
			return $id;`
			)
		);
		await save( session.shop, {
			hold_orders: { mode: 'statuses', detect: false },
			warehouse_limits: [
				{ warehouse_id: 2, kind: 'ceiling', percent: 0, pieces: 30 },
			],
		} );
		expect( await box( hat ) ).toEqual(
			[
				'SKU | In the shop | From KeyCRM',
				`HAT | 120 | 98 + 35 in 2 warehouses, −11 reserved, −2 not offered from &lt;script&gt;alert(1)&lt;/script&gt; (at most 30), −2 in orders KeyCRM does not hold yet (#${ order }), −1 buffer of this product = 117 for sale. KeyCRM’s numbers of XX ago. The next sync sets 117.`,
			].map( ( row ) => expect.stringMatching( pattern( row ) ) )
		);
		await sync( session.shop );
		expect( ( await box( hat ) )?.[ 1 ] ).toMatch(
			/^HAT \| 117 \| .* ago\.$/
		);
		await save( session.shop, { hold_orders: { mode: 'off' } } );
	}
);

onScreen(
	'has a row for each variation, and says why a variation is left alone',
	async () => {
		const rows = await box( shirt );
		expect( rows ).toHaveLength( 4 );
		expect( rows?.[ 1 ] ).toMatch(
			/^SHIRT-S \| 4 \| 4 in Main = 4 for sale\./
		);
		expect( rows?.[ 2 ] ).toMatch(
			/^SHIRT-M \| 12 \| 12\.5 in Main = 12\.5, rounded down to 12 for sale\./
		);
		expect( rows?.[ 3 ] ).toMatch(
			/^TWICE \| 10 \| Several products in KeyCRM/
		);
		expect( ( await box( stray ) )?.[ 1 ] ).toMatch(
			/^STRAY \| 10 \| KeyCRM has no product with exactly this SKU/
		);
	}
);

onScreen(
	'loads the chart’s script only on a product’s edit screen',
	async () => {
		const page = await openPage( session.shop, editPage( shirt ) );
		expect( page ).toContain( 'build/product.js' );
		expect( page ).toContain(
			`class="keycrm-stock-sync" data-product="${ shirt }"`
		);
		const [ , products = '' ] =
			/data-products="([^"]*)"/.exec( page ) ?? [];
		expect( products.replaceAll( '&quot;', '"' ) ).toMatch(
			/^\[\{"id":\d+,"name":"SHIRT-S"\},\{"id":\d+,"name":"SHIRT-M"\},\{"id":\d+,"name":"TWICE"\}\]$/
		);
		expect(
			await openPage(
				session.shop,
				'/wp-admin/edit.php?post_type=product'
			)
		).not.toContain( 'build/product' );
	}
);

onScreen( 'is hidden from users who may only edit products', async () => {
	await session.shop.php( `
		foreach ( array( 'edit_product', 'edit_products', 'edit_others_products', 'edit_published_products' ) as $right ) {
			get_role( 'editor' )->add_cap( $right );
		}
		return true;` );
	expect(
		await openPage( session.shop, editPage( hat ), 'editor' )
	).toContain( 'woocommerce-product-data' );
	expect( await box( hat, 'editor' ) ).toBeNull();
} );

it( 'runs the same few statements for any number of variations', async () => {
	await sync( session.shop );
	const count = ( product: number ) =>
		session.shop.php( `
			global $wpdb;
			$services = new KeyCrmStock\\Services( $wpdb, WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract' );
			$services->stock_explainer->explain( ${ phpValue( product ) } );
			$before = $wpdb->num_queries;
			$sums   = $services->stock_explainer->explain( ${ phpValue( product ) } );
			return array( count( $sums ), $wpdb->num_queries - $before );` );
	const [ few, many ] = [ await count( hat ), await count( shirt ) ];
	expect( few ).toEqual( [ 1, expect.any( Number ) ] );
	expect( many ).toEqual( [ 3, Array.isArray( few ) ? few[ 1 ] : 0 ] );
} );

onScreen( 'leaves the screen usable when the sum cannot be made', async () => {
	await session.shop.php( `return update_option( 'broken', 'yes' );` );
	expect( await box( hat ) ).toEqual( [
		expect.stringMatching(
			/the stock itself is not affected.* A &lt;b&gt;fault$/
		),
	] );
} );
