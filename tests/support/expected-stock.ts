/** Computes the formula's result from a seed, independently of the plugin's code. */
import type { CatalogueSeed, OfferSeed } from './keycrm-server';

export interface Rules {
	readonly warehouses: readonly number[];
	readonly subtract_reserve: boolean;
	readonly buffer: number;
}

export const DEFAULT_RULES: Rules = {
	warehouses: [],
	subtract_reserve: true,
	buffer: 0,
};

export function expectedNumber( offer: OfferSeed, rules: Rules ): number {
	const lines = offer.stock ?? [
		{
			warehouse_id: 1,
			quantity: offer.quantity ?? 0,
			reserve: offer.reserve ?? 0,
		},
	];
	let thousandths = 0;
	for ( const line of lines ) {
		if (
			rules.warehouses.length === 0 ||
			rules.warehouses.includes( line.warehouse_id )
		) {
			const reserve = rules.subtract_reserve ? line.reserve ?? 0 : 0;
			thousandths +=
				Math.round( line.quantity * 1000 ) -
				Math.round( reserve * 1000 );
		}
	}
	return Math.max( 0, Math.floor( thousandths / 1000 - rules.buffer ) );
}

/** Expected numbers by SKU. A duplicate SKU of KeyCRM is left out, because nothing may be written for it. */
export function expectedStock(
	catalogue: CatalogueSeed,
	rules: Rules = DEFAULT_RULES
): Map< string, number > {
	const expected = new Map< string, number >();
	const seen = new Set< string >();
	for ( const offer of catalogue.offers ) {
		const sku = ( offer.sku ?? '' ).trim();
		if ( sku === '' || seen.has( sku ) ) {
			expected.delete( sku );
			continue;
		}
		seen.add( sku );
		expected.set( sku, expectedNumber( offer, rules ) );
	}
	return expected;
}
