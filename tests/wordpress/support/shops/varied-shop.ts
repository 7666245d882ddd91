/** Makes products of every kind that matters to stock, the same in each shop. */
import { phpFile } from '../../../support/php-file';
import type { Shop } from '../../../support/worlds/shop';
import { seed } from '../writer';

/**
 * WooCommerce knows a new attribute only in the next request; the stand-in supports only products' own
 * attributes.
 */
const ATTRIBUTE = `
	return function_exists( 'wc_create_attribute' ) ? wc_create_attribute( array( 'name' => 'Size', 'slug' => 'size' ) ) : 0;
`;

const PRODUCTS = phpFile( __dirname, 'varied-shop.php' );

/** Makes the products, and returns their ids by name. */
export async function seedVariedShop(
	shop: Shop
): Promise< ( name: string ) => number > {
	await shop.php( ATTRIBUTE );
	return seed( shop, PRODUCTS );
}
