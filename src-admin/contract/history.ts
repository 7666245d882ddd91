import * as z from 'zod/mini';
import { timeSchema } from './common';

/** GET /products/{id}/history: a product's stock quantity over time, and now. */
export const productHistorySchema = z.object( {
	product_id: z.int(),
	sku: z.string(),
	since: timeSchema,
	now: timeSchema,
	/** The shop's number now; null where it keeps none. */
	in_shop: z.nullable( z.number() ),
	/** KeyCRM's total when it was last read; null where it is not known. */
	in_keycrm: z.nullable( z.number() ),
	read_at: z.nullable( timeSchema ),
	/** Every number that was written, oldest first. */
	items: z.array(
		z.object( {
			at: timeSchema,
			run_id: z.int(),
			before: z.nullable( z.number() ),
			after: z.nullable( z.number() ),
			/** KeyCRM's total that the quantity was computed from; null if it came from elsewhere. */
			in_keycrm: z.nullable( z.number() ),
			reason: z.string(),
		} )
	),
} );
export type ProductHistory = z.infer< typeof productHistorySchema >;
