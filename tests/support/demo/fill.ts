/**
 * Fills the demo shop with goods, through WooCommerce's own classes.
 */
import type { ShopProduct } from '../keycrm-server';
import { phpFile } from '../php-file';
import { fingerprint } from '../worlds/paths';
import type { Prepared } from '../worlds/template';

const CODE = phpFile( __dirname, 'fill.php' );
const AT_A_TIME = 20;

async function fillShop(
	run: ( code: string ) => Promise< unknown >,
	products: readonly ShopProduct[]
): Promise< void > {
	for ( let from = 0; from < products.length; from += AT_A_TIME ) {
		const some = products.slice( from, from + AT_A_TIME );
		const json = Buffer.from( JSON.stringify( some ) ).toString( 'base64' );
		await run(
			`$products = json_decode( base64_decode( '${ json }' ), true );\n${ CODE }`
		);
	}
}

/** The filled shop as a template, because WooCommerce needs some time for each product. */
export function filledWith( products: readonly ShopProduct[] ): Prepared {
	return {
		key: fingerprint( [ JSON.stringify( products ), CODE ], [] ),
		fill: ( run ) => fillShop( run, products ),
	};
}
