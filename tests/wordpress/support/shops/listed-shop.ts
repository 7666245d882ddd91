/** A shop with a product for each sync state. */
import { bulkFill } from '../../../support/fill/bulk-fill';
import { openSession, save } from '../session';
import type { Session } from '../session';

const TEN = { price: 1, stock: 10, type: 'simple', parent: -1 } as const;

const LANGUAGES = `
	define( 'POLYLANG_VERSION', '3.7' );
	add_action( 'init', static fn () => register_taxonomy( 'post_translations', array( 'product' ), array( 'public' => false ) ) );`;

/** "shirt" is at the index that its variations name as parent. */
const PRODUCTS = [
	{ ...TEN, name: 'new', sku: 'new' },
	{ ...TEN, name: 'same', sku: 'same' },
	{ ...TEN, name: 'lost', sku: 'lost' },
	{ ...TEN, name: 'twice', sku: 'twice' },
	{ ...TEN, name: 'off', sku: 'off', stock: null },
	{ ...TEN, name: 'left', sku: 'left' },
	{ ...TEN, name: 'shirt', sku: '', stock: null, type: 'variable' },
	{ ...TEN, name: 'shirt-s', sku: 'shirt-s', type: 'variation', parent: 6 },
	{ ...TEN, name: 'shirt-m', sku: 'shirt-m', type: 'variation', parent: 6 },
	{ ...TEN, name: 'in-russian', sku: '' },
] as const;

export const NAMES = PRODUCTS.map( ( { name } ) => name );

const OFFERS = [
	{ sku: 'new', quantity: 3 },
	{ sku: 'same', quantity: 10 },
	{ sku: 'twice', quantity: 1 },
	{ sku: 'twice', quantity: 1 },
	{ sku: 'off', quantity: 1 },
	{ sku: 'left', quantity: 1 },
	{ sku: 'shirt-s', quantity: 10 },
];

export interface ListedShop {
	readonly session: Session;
	readonly idOf: ( name: string ) => number;
}

/** "left" is excluded; "new" and "in-russian" are translations of one product. */
export async function openListedShop(): Promise< ListedShop > {
	const session = await openSession(
		{ offers: OFFERS },
		{ mu: { languages: LANGUAGES } }
	);
	const ids = await bulkFill( session.shop, PRODUCTS );
	const idOf = ( name: string ) =>
		ids[ PRODUCTS.findIndex( ( product ) => product.name === name ) ] ?? 0;
	await save( session.shop, { guard: { min_products: 1000 } } );
	await session.shop.php( `
		update_post_meta( ${ idOf( 'left' ) }, '_keycrm_stock_exclude', 'yes' );
		$set = wp_insert_term( 'pll_new', 'post_translations' )['term_id'];
		foreach ( array( ${ idOf( 'new' ) }, ${ idOf( 'in-russian' ) } ) as $id ) {
			wp_set_object_terms( $id, array( $set ), 'post_translations' );
		}
		return true;` );
	return { session, idOf };
}
