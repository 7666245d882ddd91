/** A shop that leads: its numbers go to KeyCRM. */
import { z } from 'zod';
import { changeListSchema } from '../../../src-admin/contract';
import type { Change, Run } from '../../../src-admin/contract';
import { call, drive, save, startRun, stockBySku } from './session';
import type { Session } from './session';

/** The warehouse of the demo KeyCRM that gets the shop's numbers. */
export const WAREHOUSE = 1;

/** Chooses the direction, and what a person looks at first: the numbers of the first sync are confirmed. */
export async function lead( session: Session ): Promise< Run > {
	const { shop } = session;
	await save( shop, {
		direction: 'shop_to_keycrm',
		push_warehouse_id: WAREHOUSE,
	} );
	return push( session );
}

/** Syncs the shop with KeyCRM, and confirms if a person is asked. */
export async function push( session: Session ): Promise< Run > {
	const { shop } = session;
	return confirmed(
		session,
		await drive( shop, await startRun( shop, 'sync' ) )
	);
}

export async function confirmed( { shop }: Session, run: Run ): Promise< Run > {
	if ( run.status !== 'needs_confirmation' ) {
		return run;
	}
	await call( shop, 'POST', `/runs/${ run.id }/confirm` );
	return drive( shop, { ...run, status: 'running' } );
}

export const changesOf = async (
	{ shop }: Session,
	run: Run
): Promise< Change[] > =>
	changeListSchema.parse(
		await call( shop, 'GET', `/runs/${ run.id }/changes?per_page=100` )
	).items;

/** Sets a product's stock as WooCommerce's REST API, an import or an editor does. */
export async function setStock(
	{ shop }: Session,
	sku: string,
	quantity: number
): Promise< void > {
	await shop.php(
		`$product = wc_get_product( wc_get_product_id_by_sku( ${ JSON.stringify(
			sku
		) } ) );
		$product->set_stock_quantity( ${ quantity } );
		return $product->save();`
	);
}

/** What KeyCRM has for sale in the warehouse, by SKU. */
export function freeThere( { keycrm }: Session ): Map< string, number > {
	const { catalogue, stock } = keycrm.world;
	return new Map(
		catalogue.offers().map( ( offer ) => {
			const line = stock
				.lines( offer )
				.find( ( { warehouse_id } ) => warehouse_id === WAREHOUSE );
			return [
				offer.sku ?? '',
				( line?.quantity ?? 0 ) - ( line?.reserve ?? 0 ),
			];
		} )
	);
}

/** Products whose number KeyCRM does not have, as `SKU: shop, KeyCRM`. */
export async function notThere( session: Session ): Promise< string[] > {
	const there = freeThere( session );
	return [ ...( await stockBySku( session.shop ) ) ].flatMap(
		( [ sku, stock ] ) =>
			! there.has( sku ) || there.get( sku ) === Math.max( 0, stock ?? 0 )
				? []
				: [ `${ sku }: ${ stock }, ${ there.get( sku ) }` ]
	);
}

const bodySchema = z.object( {
	warehouse_id: z.number(),
	stocks: z.array( z.object( { id: z.number(), quantity: z.number() } ) ),
} );

/** What was sent to KeyCRM, request by request. */
export const sent = ( { keycrm }: Pick< Session, 'keycrm' > ) =>
	keycrm.log
		.of( 'PUT /offers/stocks' )
		.map( ( { body } ) => bodySchema.parse( JSON.parse( body ) ) );

/** Requests that could change something in KeyCRM. */
export const writes = ( { keycrm }: Session ): string[] =>
	keycrm.log.writes().map( ( { endpoint } ) => endpoint );
