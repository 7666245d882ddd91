/**
 * Tests a product and its own variation with the same SKU, as imports make them: the one that can hold the
 * number gets it.
 */
import { phpFile } from '../../support/php-file';
import { mismatchListSchema } from '../../../src-admin/contract';
import { call, openSession, save, sync } from '../support/session';
import type { Session } from '../support/session';
import { seed, SHOP_ROOM } from '../support/writer';

/** How parent and variations of each product keep stock. The SKUs bypass WooCommerce's check, as in an import. */
const SEED = phpFile( __dirname, 'parent-variation-sku-shop.php' );

const SKUS = [
	'variation-holds',
	'parent-holds',
	'both-hold',
	'none-holds',
	'two-variations',
	'all-share',
	'variation-gone',
];

let session: Session;
let idOf: ( name: string ) => number;

beforeAll( async () => {
	session = await openSession( {
		offers: SKUS.map( ( sku ) => ( { sku, quantity: 7 } ) ),
	} );
	idOf = await seed( session.shop, SEED );
	await save( session.shop, { guard: { min_products: 1000 } } );
} );
afterAll( () => session.stop() );

const numberOf = async ( name: string ) =>
	Number(
		await session.shop.php(
			`return get_post_meta( ${ idOf( name ) }, '_stock', true );`
		)
	);

const listed = async ( group: string ) =>
	mismatchListSchema
		.parse(
			await call(
				session.shop,
				'GET',
				`/unmatched?group=${ group }&per_page=100`
			)
		)
		.items.map( ( { product_id } ) => product_id )
		.sort( ( one, other ) => one - other );

const ids = ( ...names: string[] ) =>
	names.map( idOf ).sort( ( one, other ) => one - other );

it( 'writes the number to the one that can hold it', async () => {
	const run = await sync( session.shop );
	expect( run ).toMatchObject( { status: 'succeeded', error: null } );
	expect( run.counts ).toMatchObject( {
		updated: 3,
		duplicate_in_shop: 4,
		not_managed: 2,
		managed_by_parent: 0,
	} );
	expect( await numberOf( 'variation-holds-0' ) ).toBe( 7 );
	expect( await numberOf( 'parent-holds' ) ).toBe( 7 );
	expect( await numberOf( 'all-share' ) ).toBe( 7 );
} );

it( 'leaves products alone when more than one, or none, can hold the number', async () => {
	expect( await numberOf( 'both-hold' ) ).toBe( 1 );
	expect( await numberOf( 'both-hold-0' ) ).toBe( 1 );
	expect( await numberOf( 'two-variations-0' ) ).toBe( 1 );
	expect( await listed( 'duplicate_in_shop' ) ).toEqual(
		ids(
			'both-hold',
			'both-hold-0',
			'two-variations-0',
			'two-variations-1'
		)
	);
	expect( await listed( 'not_managed' ) ).toEqual(
		ids( 'none-holds-0', 'variation-gone' )
	);
} );

it( 'changes nothing in a second run', async () => {
	const run = await sync( session.shop );
	expect( run.counts ).toMatchObject( { updated: 0, unchanged: 3 } );
} );

it( 'counts as many products as it lists', async () => {
	expect(
		await session.shop.php(
			`${ SHOP_ROOM }
			$wpdb->query( "UPDATE {$wpdb->postmeta} SET meta_value = TRIM( meta_value ) WHERE meta_key = '_sku'" );
			return $catalogue->total() - count( $catalogue->page( 0, 500 ) );`
		)
	).toBe( 0 );
} );

it( 'writes the parent when the owner enables its stock management', async () => {
	await session.shop.php( `
		$product = wc_get_product( ${ idOf( 'variation-holds' ) } );
		$product->set_manage_stock( true );
		$product->set_stock_quantity( 2 );
		update_post_meta( ${ idOf( 'variation-holds-0' ) }, '_manage_stock', 'no' );
		return $product->save();` );
	const run = await sync( session.shop );
	expect( run.error ).toBeNull();
	expect( await numberOf( 'variation-holds' ) ).toBe( 7 );
} );
