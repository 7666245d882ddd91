/** What the writer does to a page of products, and what it leaves alone. */
import { openShop } from '../support/worlds/shop';
import type { Shop } from '../support/worlds/shop';
import { HOOK_DIARY, readDiary, START_DIARY } from './support/hook-diary';
import { difference, readTables } from './support/tables';
import { seedVariedShop } from './support/varied-shop';
import { write, writeCode } from './support/writer';

jest.setTimeout( 600_000 );

let shop: Shop;
let idOf: ( name: string ) => number;

beforeAll( async () => {
	shop = await openShop( { mu: { diary: HOOK_DIARY } } );
	idOf = await seedVariedShop( shop );
} );

afterAll( () => shop.stop() );

/** Number, stock status, and the same from the lookup table. */
async function stored( name: string ): Promise< unknown > {
	return shop.php( `
		global $wpdb;
		$product = wc_get_product( ${ idOf( name ) } );
		$row     = $wpdb->get_row( "SELECT stock_quantity, stock_status FROM {$wpdb->wc_product_meta_lookup} WHERE product_id = ${ idOf(
			name
		) }" );
		return array( $product->get_stock_quantity(), $product->get_stock_status(), null === $row->stock_quantity ? null : (int) $row->stock_quantity, $row->stock_status );
	` );
}

function only( name: string, number: number | null ) {
	return new Map( [ [ idOf( name ), number ] ] );
}

test( 'a number is written where WooCommerce reads it', async () => {
	const results = await write( shop, { numbers: only( 'plain', 14 ) } );
	expect( results.get( idOf( 'plain' ) ) ).toEqual( {
		before: 10,
		after: 14,
		outcome: 'updated',
		problem: '',
	} );
	expect( await stored( 'plain' ) ).toEqual( [ 14, 'instock', 14, 'instock' ] );
} );

test( 'equal means untouched: no row changes, nobody is told', async () => {
	const before = await readTables( shop );
	await shop.php( `${ writeCode( {
		before: START_DIARY,
		numbers: new Map( [
			[ idOf( 'plain' ), 14 ],
			[ idOf( 'shirt-s' ), 10 ],
			[ idOf( 'equal' ), null ],
		] ),
	} ) } return true;` );
	expect( await readDiary( shop ) ).toEqual( new Map() );
	expect( difference( before, await readTables( shop ) ) ).toEqual( [] );
} );

test.each( [
	[ 'sells-out', 0, 'outofstock' ],
	[ 'sold-out', 3, 'instock' ],
	[ 'backorder', 0, 'onbackorder' ],
	[ 'coat-m', 5, 'instock' ],
] )( '%s with %s is %s, by WooCommerce’s own rules', async ( name, number, status ) => {
	await write( shop, { numbers: only( name, number ) } );
	expect( await stored( name ) ).toEqual( [ number, status, number, status ] );
} );

test( 'a parent follows its variations within the page', async () => {
	await write( shop, {
		numbers: new Map( [
			[ idOf( 'coat-s' ), 0 ],
			[ idOf( 'coat-m' ), 0 ],
			[ idOf( 'hat-s' ), 4 ],
		] ),
	} );
	expect(
		await shop.php(
			`return array( wc_get_product( ${ idOf(
				'coat'
			) } )->get_stock_status(), wc_get_product( ${ idOf(
				'hat'
			) } )->get_stock_status() );`
		)
	).toEqual( [ 'outofstock', 'instock' ] );
} );

test( 'a parent that has fallen behind is put right with the next number of a variation', async () => {
	await shop.php( `
		global $wpdb;
		update_post_meta( ${ idOf( 'shirt' ) }, '_stock_status', 'outofstock' );
		return $wpdb->update( $wpdb->wc_product_meta_lookup, array( 'stock_status' => 'outofstock' ), array( 'product_id' => ${ idOf( 'shirt' ) } ) );
	` );
	await write( shop, { numbers: only( 'shirt-m', 12 ) } );
	expect(
		await shop.php(
			`return wc_get_product( ${ idOf( 'shirt' ) } )->get_stock_status();`
		)
	).toBe( 'instock' );
} );

test.each( [ 'no-row', 'two-rows', 'odd-row' ] )(
	'%s: a damaged number becomes a right one',
	async ( name ) => {
		await write( shop, { numbers: only( name, 6 ) } );
		expect( await stored( name ) ).toEqual( [ 6, 'instock', 6, 'instock' ] );
	}
);

test( 'what keeps no number of its own is left, and said to be', async () => {
	const before = await readTables( shop );
	const results = await write( shop, {
		numbers: new Map( [
			[ idOf( 'unmanaged' ), 5 ],
			[ idOf( 'external' ), 5 ],
			[ idOf( 'shirt' ), 5 ],
			[ idOf( 'shared-s' ), 5 ],
			[ 999_999, 5 ],
		] ),
	} );
	expect(
		[ ...results.values() ].map( ( { outcome, problem } ) => [
			outcome,
			problem,
		] )
	).toEqual( [
		[ 'not_managed', '' ],
		[ 'not_managed', '' ],
		[ 'not_managed', '' ],
		[ 'managed_by_parent', '' ],
		[ 'failed', 'deleted' ],
	] );
	expect( difference( before, await readTables( shop ) ) ).toEqual( [] );
} );

test( 'stock management is switched on where the owner wants it, and only there', async () => {
	const numbers = new Map( [
		[ idOf( 'unmanaged' ), 5 ],
		[ idOf( 'external' ), 5 ],
		[ idOf( 'shirt' ), 5 ],
		[ idOf( 'shared-s' ), 5 ],
	] );
	const results = await write( shop, { numbers, enable: true } );
	expect( [ ...results.values() ].map( ( { outcome } ) => outcome ) ).toEqual( [
		'updated',
		'not_managed',
		'not_managed',
		'managed_by_parent',
	] );
	expect( await stored( 'unmanaged' ) ).toEqual( [ 5, 'instock', 5, 'instock' ] );
} );

test( 'a product that was trashed meanwhile, or told to be left alone, is', async () => {
	await shop.php( `
		wp_trash_post( ${ idOf( 'draft' ) } );
		update_post_meta( ${ idOf( 'private' ) }, '_keycrm_stock_exclude', 'yes' );
		update_post_meta( ${ idOf( 'hat' ) }, '_keycrm_stock_exclude', 'yes' );
		return true;
	` );
	const results = await write( shop, {
		numbers: new Map( [
			[ idOf( 'draft' ), 1 ],
			[ idOf( 'private' ), 1 ],
			[ idOf( 'hat-s' ), 1 ],
		] ),
	} );
	expect( [ ...results.values() ].map( ( { outcome } ) => outcome ) ).toEqual( [
		'failed',
		'excluded',
		'excluded',
	] );
} );

test( 'in a shop without stock management nothing is written', async () => {
	await shop.php(
		`update_option( 'woocommerce_manage_stock', 'no' ); return true;`
	);
	const results = await write( shop, {
		numbers: only( 'plain', 99 ),
		enable: true,
	} );
	await shop.php(
		`update_option( 'woocommerce_manage_stock', 'yes' ); return true;`
	);
	expect( results.get( idOf( 'plain' ) )?.outcome ).toBe( 'not_managed' );
	expect( await stored( 'plain' ) ).toEqual( [ 14, 'instock', 14, 'instock' ] );
} );
