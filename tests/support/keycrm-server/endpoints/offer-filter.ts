import type { Behaviour } from '../behaviour';
import type { Faults } from '../faults/fault-box';
import type { Catalogue } from '../model/catalogue';
import type { Offer } from '../model/types';

/** @return The values that are looked at. */
export function keptValues(
	values: readonly string[],
	faults: Faults
): readonly string[] {
	const cut = faults.find( 'filter_cut' );
	return undefined === cut ? values : values.slice( 0, cut.after );
}

/** @return Offers of these ids, in the order of the list, each once. */
export function offersOfIds(
	catalogue: Catalogue,
	values: readonly string[]
): Offer[] {
	const found = new Set< Offer >();
	for ( const value of values ) {
		const offer = catalogue.offer( Number( value ) );
		if ( undefined !== offer ) {
			found.add( offer );
		}
	}
	return [ ...found ];
}

/** A switch chooses how SKUs are compared, because KeyCRM's way is unknown (keycrm-server/API.md §3.2). */
export function offersOfSkus(
	catalogue: Catalogue,
	values: readonly string[],
	how: Behaviour[ 'sku_match' ]
): Offer[] {
	if ( 'exact' === how ) {
		const found = values.flatMap( ( sku ) => catalogue.offersOfSku( sku ) );
		return [ ...new Set( found ) ];
	}
	const matches = MATCHES[ how ];
	return catalogue
		.offers()
		.filter(
			( { sku } ) =>
				null !== sku &&
				values.some( ( value ) => matches( sku, value ) )
		);
}

const MATCHES = {
	ignore_case: ( sku: string, asked: string ) =>
		sku.toLowerCase() === asked.toLowerCase(),
	prefix: ( sku: string, asked: string ) => sku.startsWith( asked ),
	partial: ( sku: string, asked: string ) => sku.includes( asked ),
};
