/**
 * Fills a shop with many products quickly; for tests and the bench. The product screen would do it one
 * by one in 5 ms each.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShopProduct } from '../keycrm-server';
import type { Shop } from '../worlds/shop';

/** A future row of wp_posts: a simple product, a variable product or a variation. */
export interface BulkProduct {
	readonly sku: string;
	readonly name: string;
	readonly price: number;
	/** null: stock is not managed. */
	readonly stock: number | null;
	readonly type: 'simple' | 'variable' | 'variation';
	/** Index of the variable product in the same list; -1 for none. */
	readonly parent: number;
}

const CODE = readFileSync( join( __dirname, 'bulk-fill.php' ), 'utf8' );
const AT_A_TIME = 2000;

/** The products of a seed, each variable product right before its variations. */
export function bulkProducts(
	products: Iterable< ShopProduct >
): BulkProduct[] {
	const rows: BulkProduct[] = [];
	for ( const product of products ) {
		const place = rows.length;
		rows.push( {
			sku: product.sku,
			name: product.name,
			price: product.price,
			stock: product.manage_stock ? product.stock : null,
			type: product.type,
			parent: -1,
		} );
		for ( const variation of product.variations ) {
			rows.push( {
				sku: variation.sku,
				name: product.name,
				price: variation.price,
				stock: variation.manage_stock ? variation.stock : null,
				type: 'variation',
				parent: place,
			} );
		}
	}
	return rows;
}

/** Cuts the list only before a product that is no variation, so that parents and children stay together. */
function* portions( rows: readonly BulkProduct[] ): Generator< BulkProduct[] > {
	let start = 0;
	while ( start < rows.length ) {
		let end = Math.min( rows.length, start + AT_A_TIME );
		while ( end < rows.length && ( rows[ end ]?.parent ?? -1 ) >= 0 ) {
			end++;
		}
		const first = start;
		yield rows.slice( start, end ).map( ( row ) => ( {
			...row,
			parent: row.parent < 0 ? -1 : row.parent - first,
		} ) );
		start = end;
	}
}

/** @return The ids, in the order of the rows. */
export async function bulkFill(
	shop: Shop,
	rows: readonly BulkProduct[]
): Promise< number[] > {
	const ids: number[] = [];
	for ( const portion of portions( rows ) ) {
		const json = Buffer.from( JSON.stringify( portion ) ).toString(
			'base64'
		);
		const made = await shop.php(
			`$products = json_decode( base64_decode( '${ json }' ), true ); ${ CODE }`
		);
		ids.push( ...Object.values( made ?? {} ).map( Number ) );
	}
	return ids;
}
