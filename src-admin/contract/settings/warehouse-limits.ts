import * as z from 'zod/mini';
import { BOUNDS, intWithin } from '../common';

export const LIMIT_KINDS = [ 'share', 'ceiling' ] as const;

/** Only a part of what a warehouse has is for sale: half of it, or at most 2 of each product. */
export const warehouseLimitSchema = z.strictObject( {
	warehouse_id: intWithin( BOUNDS.warehouse_id ),
	kind: z.enum( LIMIT_KINDS ),
	/** For `share`; rounded down to whole pieces in each warehouse. */
	percent: intWithin( BOUNDS.percent ),
	/** For `ceiling`. */
	pieces: intWithin( BOUNDS.pieces ),
} );
export type WarehouseLimit = z.infer< typeof warehouseLimitSchema >;

export const warehouseLimitsSchema = z.array( warehouseLimitSchema ).check(
	z.maxLength( 200 ),
	z.refine(
		( limits ) =>
			new Set( limits.map( ( row ) => row.warehouse_id ) ).size ===
			limits.length
	),
	// A keyword that our PHP adds: JSON Schema draft 4 can only forbid rows that are equal as a whole.
	z.meta( { uniqueBy: 'warehouse_id' } )
);
