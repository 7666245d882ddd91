/** Opens a shop whose numbers came from KeyCRM, where some of its offers disappear. */
import { changeListSchema } from '../../../src-admin/contract';
import type { Run } from '../../../src-admin/contract';
import { call, save, sync } from './session';
import type { Session } from './session';
import {
	ageWholeRead,
	offers,
	openSmallShop,
	stockOf,
} from './shops/small-shop';

const COUNT = 120;

/** KeyCRM has three pages, of which the shop sells twelve. The numbers of all but Q-90 came from KeyCRM. */
export const openRemovedOffersShop = ( mu: Record< string, string > = {} ) =>
	openSmallShop( COUNT, 12, mu );

/** Restores all offers and numbers, and sets removed offers to become 0. */
export async function restoreOffers( session: Session ): Promise< void > {
	const { shop, keycrm } = session;
	keycrm.faults.clear();
	keycrm.world.reset();
	keycrm.world.behave( { archived_in_stocks: 'shown' } );
	keycrm.world.seed( { offers: offers( COUNT ) } );
	await shop.php( `
		global $wpdb;
		foreach ( array( 'levels', 'changes', 'runs' ) as $table ) {
			$wpdb->query( "DELETE FROM {$wpdb->prefix}keycrm_stock_$table" );
		}
		$wpdb->query( "UPDATE {$wpdb->postmeta} SET meta_value = '1' WHERE meta_key = '_stock'" );
		wp_cache_flush();
		return delete_option( 'keycrm_stock_whole_read' );` );
	await give( session, 'Q-90', 7 );
	await save( shop, { gone: 'zero', guard: { min_products: 1000 } } );
	expect( ( await sync( shop ) ).error ).toBeNull();
	keycrm.log.clear();
}

export const give = ( { shop }: Session, sku: string, number: number ) =>
	shop.php(
		`return wc_update_product_stock( wc_get_product_id_by_sku( '${ sku }' ), ${ number } );`
	);

export const idsOf = ( { keycrm }: Session, ...skus: string[] ) =>
	skus.flatMap( ( sku ) =>
		keycrm.world.catalogue.offersOfSku( sku ).map( ( { id } ) => id )
	);

/** Deletes offers in KeyCRM. */
export function remove( session: Session, ...skus: string[] ): void {
	for ( const id of idsOf( session, ...skus ) ) {
		session.keycrm.world.catalogue.removeOffer( id );
	}
}

/** Runs a sync that reads the full list. */
export async function whole( session: Session ): Promise< Run > {
	await ageWholeRead( session, 24 );
	const run = await sync( session.shop );
	expect( run.error ).toBeNull();
	return run;
}

/** Returns what a run has recorded about a product. */
export async function noted( { shop }: Session, run: Run, sku: string ) {
	const list = changeListSchema.parse(
		await call( shop, 'GET', `/runs/${ run.id }/changes?search=${ sku }` )
	);
	return list.items.find( ( item ) => item.sku === sku );
}

/** The stock of Q-0, which is always there, of Q-10, and of Q-90, whose number the plugin did not write. */
export const numbers = ( session: Session ) =>
	Promise.all(
		[ 'Q-0', 'Q-10', 'Q-90' ].map( ( sku ) => stockOf( session, sku ) )
	);
