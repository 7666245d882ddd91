import type { ProductSync } from '../../contract';

type SyncedProduct = ProductSync[ 'products' ][ number ];

const field = ( name: string ) =>
	document.querySelector< HTMLInputElement >( `input[name="${ name }"]` );

/** WooCommerce numbers the variations that are on the screen. */
function suffixOf( productId: number ): string | undefined {
	const ids = document.querySelectorAll< HTMLInputElement >(
		'input[name^="variable_post_id"]'
	);
	const row = [ ...ids ].find(
		( { value } ) => Number( value ) === productId
	);
	return row?.name.slice( 'variable_post_id'.length );
}

/**
 * Brings WooCommerce's own fields up to date. Otherwise it would refuse to save the product, because the stock
 * quantity has changed since the form was opened. What a person has typed stays.
 */
export function updateStockFields(
	screenId: number,
	{ product_id: productId, after }: SyncedProduct
): void {
	const suffix = suffixOf( productId );
	const prefix = productId === screenId ? '' : 'variable';
	if ( null === after || ( '' !== prefix && undefined === suffix ) ) {
		return;
	}
	const stock = field( `${ prefix }_stock${ suffix ?? '' }` );
	const original = field( `${ prefix }_original_stock${ suffix ?? '' }` );
	if ( stock && original ) {
		if ( Number( stock.value ) === Number( original.value ) ) {
			stock.value = String( after );
		}
		original.value = String( after );
	}
}
