/** Tests products with a right quantity but a wrong stock status or lookup row, as SQL imports leave them. */
import {
	changeListSchema,
	fixSchema,
	mismatchListSchema,
	runListSchema,
} from '../../../src-admin/contract';
import { API, call, save, sync } from '../support/session';
import type { Session } from '../support/session';
import { openSmallShop, stockOf } from '../support/shops/small-shop';

const SOLD = 10;
/**
 * In this order: in stock but not for sale; sold out but for sale; a wrong lookup row; a wrong visibility
 * term; a status of another plugin.
 */
const UNBUYABLE = 'Q-1';
const ON_SALE = 'Q-2';
const DRIFTED = 'Q-3';
const HIDDEN = 'Q-4';
const PREORDER = 'Q-5';
const ALONE = 'Q-6';

/** Another plugin that overwrites the lookup table after each change of stock. */
const STUBBORN = `<?php add_action( 'woocommerce_updated_product_stock', static function ( $id ) {
	if ( (int) get_option( 'test_stubborn' ) === (int) $id ) {
		$GLOBALS['wpdb']->query( "UPDATE {$GLOBALS['wpdb']->prefix}wc_product_meta_lookup SET stock_quantity = 99 WHERE product_id = " . (int) $id );
	}
} );`;

let session: Session;

const idOf = async ( sku: string ) =>
	Number(
		await session.shop.php(
			`return wc_get_product_id_by_sku( '${ sku }' );`
		)
	);

/** Writes past WooCommerce, as an import does. */
const setMeta = async ( sku: string, key: string, value: string ) =>
	session.shop.sql(
		`UPDATE wp_postmeta SET meta_value = '${ value }' WHERE meta_key = '${ key }' AND post_id = ${ await idOf(
			sku
		) }`
	);

/** Returns the status, the lookup table's status and number, and whether the catalogue may hide the product. */
const state = async ( sku: string ) =>
	session.shop.php( `
		global $wpdb;
		$id  = ${ await idOf( sku ) };
		$row = $wpdb->get_row( "SELECT stock_status, stock_quantity FROM {$wpdb->prefix}wc_product_meta_lookup WHERE product_id = $id", ARRAY_A );
		clean_post_cache( $id );
		return array( get_post_meta( $id, '_stock_status', true ), $row['stock_status'], (int) $row['stock_quantity'], has_term( 'outofstock', 'product_visibility', $id ) );` );

const statusOf = async ( sku: string ) =>
	session.shop.php(
		`return get_post_meta( ${ await idOf( sku ) }, '_stock_status', true );`
	);

const flawed = async () =>
	mismatchListSchema.parse(
		await call( session.shop, 'GET', '/unmatched?group=wrong_status' )
	).items;

const skusOf = ( items: readonly { sku: string }[] ) =>
	items.map( ( { sku } ) => sku );

/** Returns the log of repairs, newest first. */
const repairs = async () =>
	changeListSchema
		.parse( await call( session.shop, 'GET', '/changes?per_page=100' ) )
		.items.filter( ( { outcome } ) => outcome === 'unchanged' );

async function breakAll(): Promise< void > {
	await setMeta( UNBUYABLE, '_stock_status', 'outofstock' );
	await setMeta( ON_SALE, '_stock_status', 'instock' );
	await session.shop.sql(
		`UPDATE wp_wc_product_meta_lookup SET stock_quantity = 99 WHERE product_id = ${ await idOf(
			DRIFTED
		) }`
	);
	await session.shop.php(
		`wp_set_object_terms( ${ await idOf(
			HIDDEN
		) }, 'outofstock', 'product_visibility', true ); return true;`
	);
	await setMeta( PREORDER, '_stock_status', 'onpreorder' );
	await setMeta( ALONE, '_stock_status', 'outofstock' );
	await session.shop.php( 'wp_cache_flush(); return true;' );
}

beforeAll( async () => {
	session = await openSmallShop( SOLD, SOLD, { stubborn: STUBBORN } );
	const { world } = session.keycrm;
	for ( const found of world.catalogue.offersOfSku( ON_SALE ) ) {
		world.stock.set( found, 1, 0, 'manual' );
	}
	await save( session.shop, { guard: { min_products: 1000 } } );
	await call( session.shop, 'POST', '/unmatched/leave-alone', {
		product_ids: [ await idOf( ALONE ) ],
	} );
	expect( ( await sync( session.shop ) ).counts.updated ).toBe( SOLD - 1 );
	expect( await flawed() ).toEqual( [] );
} );
afterAll( () => session.stop() );

it( 'lists statuses that WooCommerce would not derive, and changes nothing before a sync', async () => {
	await breakAll();
	expect( ( await sync( session.shop, 'preview' ) ).counts ).toMatchObject( {
		updated: 0,
		unchanged: SOLD - 1,
	} );
	expect( skusOf( await flawed() ) ).toEqual( [
		UNBUYABLE,
		ON_SALE,
		DRIFTED,
		HIDDEN,
	] );
	expect( await state( DRIFTED ) ).toEqual( [
		'instock',
		'instock',
		99,
		false,
	] );
	expect( await repairs() ).toEqual( [] );
} );

it( 'repairs the lookup table and the visibility term in a sync, records it once, and leaves a status to the owner', async () => {
	const run = await sync( session.shop );
	expect( run ).toMatchObject( { status: 'succeeded', error: null } );
	expect( run.counts ).toMatchObject( { updated: 0, unchanged: SOLD - 1 } );
	const right = [ 'instock', 'instock', 7, false ];
	expect( await state( DRIFTED ) ).toEqual( right );
	expect( await state( HIDDEN ) ).toEqual( right );
	expect( skusOf( await flawed() ) ).toEqual( [ UNBUYABLE, ON_SALE ] );
	const noted = await repairs();
	expect( skusOf( noted ).sort() ).toEqual( [ DRIFTED, HIDDEN ] );
	noted.forEach( ( { before, after, reason } ) => {
		expect( [ before, after ] ).toEqual( [ 7, 7 ] );
		expect( reason ).toMatch( /lookup table.*brought in line/ );
	} );
	expect( await statusOf( UNBUYABLE ) ).toBe( 'outofstock' );
	await sync( session.shop );
	expect( await repairs() ).toHaveLength( 2 );
} );

it( 'repairs a status in a run of its own when the owner asks for it, but not another plugin’s status', async () => {
	const ids = await Promise.all(
		[ UNBUYABLE, ON_SALE, PREORDER, ALONE ].map( idOf )
	);
	const refused = await session.shop.request(
		API + '/unmatched/repair-status',
		{ method: 'POST', as: 'editor', body: { product_ids: ids } }
	);
	expect( refused.status ).toBe( 403 );
	const fix = fixSchema.parse(
		await call( session.shop, 'POST', '/unmatched/repair-status', {
			product_ids: ids,
		} )
	);
	expect( fix.done ).toEqual( ids.slice( 0, 2 ) );
	expect( fix.left.map( ( { product_id } ) => product_id ) ).toEqual(
		ids.slice( 2 )
	);
	expect( await state( UNBUYABLE ) ).toEqual( [
		'instock',
		'instock',
		7,
		false,
	] );
	expect( await state( ON_SALE ) ).toEqual( [
		'outofstock',
		'outofstock',
		0,
		true,
	] );
	expect( await statusOf( PREORDER ) ).toBe( 'onpreorder' );
	expect( await statusOf( ALONE ) ).toBe( 'outofstock' );
	expect( await stockOf( session, UNBUYABLE ) ).toBe( 7 );
	expect( ( await flawed() ).map( ( { since } ) => since ) ).toEqual( [
		'repaired',
		'repaired',
	] );

	const [ run ] = runListSchema.parse(
		await call( session.shop, 'GET', '/runs' )
	).items;
	expect( run ).toMatchObject( {
		mode: 'repair',
		lane: 'hand',
		trigger: 'person',
		counts: { updated: 0, unchanged: 2 },
	} );
	expect(
		( await repairs() )
			.filter( ( { run_id } ) => run_id === run?.id )
			.map( ( { sku, reason } ) => [ sku, /set anew/.test( reason ) ] )
	).toEqual( [
		[ ON_SALE, true ],
		[ UNBUYABLE, true ],
	] );
	await sync( session.shop );
	expect( await flawed() ).toEqual( [] );
} );

it( 'lists a lookup row that another plugin keeps wrong, reports no repair, and stops no sync', async () => {
	const before = ( await repairs() ).length;
	await session.shop.php(
		`return update_option( 'test_stubborn', ${ await idOf( DRIFTED ) } );`
	);
	await session.shop.sql(
		`UPDATE wp_wc_product_meta_lookup SET stock_quantity = 99 WHERE product_id = ${ await idOf(
			DRIFTED
		) }`
	);
	const run = await sync( session.shop );
	expect( run ).toMatchObject( { status: 'succeeded', error: null } );
	expect( skusOf( await flawed() ) ).toEqual( [ DRIFTED ] );
	expect( await repairs() ).toHaveLength( before );
	const [ noted ] = changeListSchema.parse(
		await call( session.shop, 'GET', `/runs/${ run.id }/changes` )
	).items;
	expect( noted?.reason ).toMatch( /another plugin writes to that table/ );
	await session.shop.php( "return delete_option( 'test_stubborn' );" );
	await sync( session.shop );
	expect( await flawed() ).toEqual( [] );
	expect( await repairs() ).toHaveLength( before + 1 );
} );
