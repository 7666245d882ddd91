import * as z from 'zod/mini';
import { BOUNDS, intWithin } from '../common';

/** The stock of a place of the shop goes to a warehouse of KeyCRM; several places may share one, and are summed. */
export const placeWarehouseSchema = z.strictObject( {
	/** The place's id, as the plugin that keeps places names it. */
	place: z.string().check( z.minLength( 1 ), z.maxLength( 100 ) ),
	warehouse_id: intWithin( BOUNDS.warehouse_id ),
} );
export type PlaceWarehouse = z.infer< typeof placeWarehouseSchema >;

export const placesSchema = z.array( placeWarehouseSchema ).check(
	z.maxLength( 200 ),
	z.refine(
		( rows ) =>
			new Set( rows.map( ( { place } ) => place ) ).size === rows.length
	),
	// A keyword that our PHP adds, as for warehouse limits.
	z.meta( { uniqueBy: 'place' } )
);
