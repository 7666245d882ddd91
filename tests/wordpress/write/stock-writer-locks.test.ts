/**
 * Tests shoppers and two of our workers on the same products at the same time, with real row locks.
 * In any order, every sold piece must be gone and every delivered piece must be there.
 */
import { z } from 'zod';
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import { stockDeadlocks } from '../support/orders/stock-deadlocks';
import { seed, SHOP_ROOM } from '../support/writer';

jest.setTimeout( 600_000 );

const SECONDS = 8;
const PRODUCTS = 12;

/** Buys one piece of a product after another, as WooCommerce does for order lines, mostly without its slow save. */
const BUY = phpFile( __dirname, 'stock-writer-locks-buy.php', {
	seconds: SECONDS,
} );

/** Books a delivery of five pieces of each product, page after page. */
const DELIVER =
	SHOP_ROOM +
	phpFile( __dirname, 'stock-writer-locks-deliver.php', {
		seconds: SECONDS,
	} );

const countsSchema = z.record( z.string(), z.number() );

let shop: Shop;

beforeAll( async () => {
	shop = await openShop();
} );

afterAll( () => shop.stop() );

async function ids(): Promise< number[] > {
	const idOf = await seed(
		shop,
		`
		$ids = array();
		for ( $i = 0; $i < ${ PRODUCTS }; $i++ ) {
			$product = new WC_Product_Simple();
			$product->set_props( array( 'name' => "p$i", 'sku' => "p$i", 'regular_price' => '1', 'manage_stock' => true, 'stock_quantity' => 100000 ) );
			$ids[ "p$i" ] = $product->save();
		}
		return $ids;
	`
	);
	return Array.from( { length: PRODUCTS }, ( _, index ) =>
		idOf( `p${ index }` )
	);
}

function sum( parts: Record< string, number >[], key: string ): number {
	return parts.reduce( ( total, part ) => total + ( part[ key ] ?? 0 ), 0 );
}

test( 'loses no sale and no delivery, and no sale meets a deadlock', async () => {
	const { spawnPhp } = shop;
	if ( spawnPhp === undefined ) {
		return; // One process cannot race itself.
	}
	const products = await ids();
	const at = `$ids = array( ${ products.join( ', ' ) } );`;
	const shoppers = [ 1, 2, 3 ].map( () => spawnPhp( at + BUY ).result );
	const workers = [ 1, 2 ].map( () => spawnPhp( at + DELIVER ).result );
	const sold = countsSchema.array().parse( await Promise.all( shoppers ) );
	const booked = countsSchema.array().parse( await Promise.all( workers ) );
	const left = countsSchema.parse(
		await shop.php(
			`${ at } $left = array(); foreach ( $ids as $id ) { $left[ "n$id" ] = (int) get_post_meta( $id, '_stock', true ); } return $left;`
		)
	);
	const expected: Record< string, number > = {};
	for ( const id of products ) {
		expected[ `n${ id }` ] =
			100000 - sum( sold, `n${ id }` ) + sum( booked, `n${ id }` );
	}
	expect( left ).toEqual( expected );
	expect( stockDeadlocks( shop.log() ) ).toEqual( [] );
	const all = products.map( ( id ) => `n${ id }` );
	console.log(
		`${ all.reduce(
			( n, key ) => n + sum( sold, key ),
			0
		) } pieces sold while ${
			all.reduce( ( n, key ) => n + sum( booked, key ), 0 ) / 5
		} numbers were written.`
	);
} );
