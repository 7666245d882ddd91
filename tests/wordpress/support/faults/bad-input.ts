/** Opens a shop with three pages in KeyCRM and some products of each. All are at 1, and KeyCRM has 7. */
import type { OfferSeed } from '../../../support/keycrm-server';
import { bulkFill } from '../../../support/fill/bulk-fill';
import type { BulkProduct } from '../../../support/fill/bulk-fill';
import { call, letTimePass, openSession, stockBySku } from '../session';
import type { Session } from '../session';

export const OFFERS: OfferSeed[] = Array.from(
	{ length: 120 },
	( _, place ) => ( {
		sku: `P-${ place }`,
		quantity: 7,
	} )
);
/** The shop sells some of each page. */
export const SOLD = 20;
const PRODUCTS: BulkProduct[] = OFFERS.filter(
	( _, place ) => place % ( OFFERS.length / SOLD ) === 0
).map( ( { sku } ) => ( {
	sku: sku ?? '',
	name: `Product ${ sku }`,
	price: 10,
	stock: 1,
	type: 'simple',
	parent: -1,
} ) );

export async function openBadInput(
	mu: Record< string, string > = {}
): Promise< Session > {
	const session = await openSession( { offers: OFFERS }, { mu } );
	await bulkFill( session.shop, PRODUCTS );
	return session;
}

export async function startAfresh( {
	shop,
	keycrm,
}: Session ): Promise< void > {
	keycrm.world.reset();
	keycrm.world.seed( { offers: OFFERS } );
	keycrm.world.key = keycrm.key;
	await letTimePass( shop );
	await shop.php( `
		global $wpdb;
		$wpdb->query( "UPDATE {$wpdb->postmeta} SET meta_value = '1' WHERE meta_key = '_stock'" );
		$wpdb->query( "UPDATE {$wpdb->postmeta} SET meta_value = 'instock' WHERE meta_key = '_stock_status'" );
		$wpdb->query( "UPDATE {$wpdb->prefix}wc_product_meta_lookup SET stock_quantity = 1, stock_status = 'instock'" );
		delete_option( 'keycrm_stock_whole_read' ); // Each test begins with a full read.
		return wp_cache_flush();
	` );
}

export async function numbers( {
	shop,
}: Session ): Promise< Set< number | null > > {
	return new Set( ( await stockBySku( shop ) ).values() );
}

/** Returns the reasons that the owner reads for products with an outcome. */
export async function reasons(
	session: Session,
	run_id: number,
	outcome: string
): Promise< unknown[] > {
	const answer = await call(
		session.shop,
		'GET',
		`/runs/${ run_id }/changes?outcome=${ outcome }`
	);
	const items =
		answer !== null && typeof answer === 'object' && 'items' in answer
			? answer.items
			: [];
	return Array.isArray( items ) ? items.map( ( item ) => item.reason ) : [];
}
