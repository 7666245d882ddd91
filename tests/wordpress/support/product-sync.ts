/** Syncs one product on request, as the product's screen and the lists do. */
import { productSyncSchema, runListSchema } from '../../../src-admin/contract';
import type { ProductSync } from '../../../src-admin/contract';
import { call, save } from './session';
import { openSmallShop } from './shops/small-shop';
import type { Session } from './session';

export async function syncProduct(
	{ shop }: Pick< Session, 'shop' >,
	id: number
): Promise< ProductSync > {
	return productSyncSchema.parse(
		await call( shop, 'POST', `/products/${ id }/sync` )
	);
}

/** Returns every request to KeyCRM since its log was cleared. */
export const requests = ( { keycrm }: Pick< Session, 'keycrm' > ): string[] =>
	keycrm.log.entries().map( ( { endpoint } ) => endpoint );

/** Opens a shop with 12 of 120 products whose orders are not looked at and whose guard asks nothing. */
export async function openProductShop(
	mu: Record< string, string > = {}
): Promise< Session > {
	const session = await openSmallShop( 120, 12, mu );
	await save( session.shop, {
		guard: { min_products: 1000 },
		hold_orders: { mode: 'off', detect: false },
	} );
	return session;
}

export const idOf = async (
	{ shop }: Pick< Session, 'shop' >,
	sku: string
): Promise< number > =>
	Number(
		await shop.php( `return wc_get_product_id_by_sku( '${ sku }' );` )
	);

export const runsOf = async ( { shop }: Pick< Session, 'shop' > ) =>
	runListSchema.parse( await call( shop, 'GET', '/runs' ) ).items;
