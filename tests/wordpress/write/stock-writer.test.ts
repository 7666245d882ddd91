/** Tests what the writer makes of the numbers, stock statuses and parents of a page of products. */
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import { seedVariedShop } from '../support/shops/varied-shop';
import { write } from '../support/writer';

jest.setTimeout( 600_000 );

let shop: Shop;
let idOf: ( name: string ) => number;

beforeAll( async () => {
	shop = await openShop();
	idOf = await seedVariedShop( shop );
} );

afterAll( () => shop.stop() );

/** Returns number and stock status, and the same from the lookup table. */
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

test( 'writes a number to every place where WooCommerce reads it', async () => {
	const results = await write( shop, { numbers: only( 'plain', 14 ) } );
	expect( results.get( idOf( 'plain' ) ) ).toEqual( {
		before: 10,
		after: 14,
		outcome: 'updated',
		problem: '',
	} );
	expect( await stored( 'plain' ) ).toEqual( [
		14,
		'instock',
		14,
		'instock',
	] );
} );

test.each( [
	[ 'sells-out', 0, 'outofstock' ],
	[ 'sold-out', 3, 'instock' ],
	[ 'backorder', 0, 'onbackorder' ],
	[ 'coat-m', 5, 'instock' ],
] )(
	'%s with %s is %s, by WooCommerce’s own rules',
	async ( name, number, status ) => {
		await write( shop, { numbers: only( name, number ) } );
		expect( await stored( name ) ).toEqual( [
			number,
			status,
			number,
			status,
		] );
	}
);

test( 'updates a parent with its variations within the page', async () => {
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

test( 'repairs an outdated parent with the next number of a variation', async () => {
	await shop.php( `
		global $wpdb;
		update_post_meta( ${ idOf( 'shirt' ) }, '_stock_status', 'outofstock' );
		return $wpdb->update( $wpdb->wc_product_meta_lookup, array( 'stock_status' => 'outofstock' ), array( 'product_id' => ${ idOf(
			'shirt'
		) } ) );
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
		await write( shop, { numbers: only( name, 6 ), addsRows: true } );
		expect( await stored( name ) ).toEqual( [
			6,
			'instock',
			6,
			'instock',
		] );
	}
);
