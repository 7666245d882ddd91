/** A shop that sells a few of an account's many offers, and changes on either side. */
import type { Run } from '../../../../src-admin/contract';
import { bulkFill } from '../../../support/fill/bulk-fill';
import type { KeyCrmServer, OfferSeed } from '../../../support/keycrm-server';
import { openSession, stockBySku } from '../session';
import type { Session } from '../session';

export const offer = ( place: number, quantity = 7 ): OfferSeed => ( {
	sku: `Q-${ place }`,
	quantity,
} );

/** … with 7 of each. */
export const offers = ( count: number ): OfferSeed[] =>
	Array.from( { length: count }, ( _, place ) => offer( place ) );

/** Deletes products that a test has added. */
export const removeProducts = ( { shop }: Session, ids: readonly number[] ) =>
	shop.php(
		`array_map( 'wp_delete_post', ${ JSON.stringify(
			ids
		) } ); return true;`
	);

/** Adds simple products with these SKUs to the shop, all with 1 in stock. */
export function sell(
	{ shop }: Session,
	skus: readonly string[]
): Promise< number[] > {
	return bulkFill(
		shop,
		skus.map( ( sku ) => ( {
			sku,
			name: `Product ${ sku }`,
			price: 10,
			stock: 1,
			type: 'simple',
			parent: -1,
		} ) )
	);
}

/** @return The shop's SKUs Q-0, Q-`step`, Q-2`step` … of an account with `count` of them. */
export async function openSmallShop(
	count: number,
	sold: number,
	mu: Record< string, string > = {}
): Promise< Session > {
	const session = await openSession( { offers: offers( count ) }, { mu } );
	const step = Math.floor( count / sold );
	await sell(
		session,
		Array.from( { length: sold }, ( _, place ) => `Q-${ place * step }` )
	);
	return session;
}

export async function stockOf( { shop }: Session, sku: string ) {
	return ( await stockBySku( shop ) ).get( sku );
}

/** Sets the quantity in the first warehouse. */
export function inKeyCrm(
	{ world }: KeyCrmServer,
	sku: string,
	quantity: number
): void {
	for ( const found of world.catalogue.offersOfSku( sku ) ) {
		world.stock.set( found, 1, quantity, 'manual' );
	}
}

/** Returns what each request for stock asked for, e.g. `page 1`, `50 ids`, `3 skus`. */
export function asked( { keycrm }: Session ): string[] {
	return keycrm.log.of( 'GET /offers/stocks' ).map( ( { query } ) => {
		const ids = query[ 'filter[offers_id]' ];
		const skus = query[ 'filter[offers_sku]' ];
		if ( ids !== undefined ) {
			return `${ ids.split( ',' ).length } ids`;
		}
		return skus === undefined
			? `page ${ query[ 'page' ] }`
			: `${ skus.split( ',' ).length } skus`;
	} );
}

/** Returns what each second check asked for, e.g. `3 ids`, `50 skus`, `3 ids page 2`. */
export function looked( { keycrm }: Session ): string[] {
	return keycrm.log.of( 'GET /offers' ).map( ( { query } ) => {
		const by = query[ 'filter[id]' ] === undefined ? 'sku' : 'id';
		const count = ( query[ `filter[${ by }]` ] ?? '' ).split( ',' ).length;
		const page =
			query[ 'page' ] === '1' ? '' : ` page ${ query[ 'page' ] }`;
		return `${ count } ${ by }s${ page }`;
	} );
}

export const pages = ( count: number ): string[] =>
	Array.from( { length: count }, ( _, place ) => `page ${ place + 1 }` );

/** Pretends that the last full read was so many hours earlier. */
export async function ageWholeRead(
	{ shop }: Session,
	hours: number
): Promise< void > {
	await shop.php( `
		$read = get_option( 'keycrm_stock_whole_read' );
		$read['started_at'] -= ${ hours } * HOUR_IN_SECONDS * 1000;
		$read['filters_at'] = max( 0, $read['filters_at'] - ${ hours } * HOUR_IN_SECONDS * 1000 );
		return update_option( 'keycrm_stock_whole_read', $read, false );
	` );
}

/** Returns how a run ended and how it read, in a few values. */
export const summaryOf = ( { status, error, read_plan, requests }: Run ) => ( {
	status,
	error,
	kind: read_plan?.kind,
	requests,
} );
