/**
 * Fills the demo shop with goods, through WooCommerce's own classes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShopProduct } from '../keycrm-server';
import type { Shop } from '../worlds/shop';

const CODE = readFileSync( join( __dirname, 'fill.php' ), 'utf8' ).replace(
	'<?php',
	''
);
const AT_A_TIME = 20;

export async function fillShop(
	shop: Shop,
	products: readonly ShopProduct[]
): Promise< void > {
	for ( let from = 0; from < products.length; from += AT_A_TIME ) {
		const some = products.slice( from, from + AT_A_TIME );
		const json = Buffer.from( JSON.stringify( some ) ).toString( 'base64' );
		await shop.php(
			`$products = json_decode( base64_decode( '${ json }' ), true );\n${ CODE }`
		);
	}
}
