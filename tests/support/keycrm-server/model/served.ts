import type { JsonObject } from '../json';
import type { Offer } from './types';

/** @return The row with the oddities that the seed wants to be shown. */
export function asServed( offer: Offer, row: JsonObject ): JsonObject {
	const shown = { ...row, ...offer.served };
	for ( const field of offer.served_without ) {
		delete shown[ field ];
	}
	return shown;
}
