import * as z from 'zod/mini';
import { outcomeSchema } from './common';
import { productSyncSummarySchema } from './product-sync-summary';

/** POST /products/{id}/sync: what came of syncing one product and its variations. */
export const productSyncSchema = z.extend( productSyncSummarySchema, {
	product_id: z.int(),
	/** The product, or its variations; empty if none has an SKU. */
	products: z.array(
		z.object( {
			product_id: z.int(),
			sku: z.string(),
			name: z.string(),
			outcome: outcomeSchema,
			/** The rest is left to a refresh. */
			later: z.boolean(),
			/** Stock quantities; null where there is none. */
			before: z.nullable( z.number() ),
			after: z.nullable( z.number() ),
			/** What happened to it, what that means and what to do. */
			sentence: z.string(),
		} )
	),
} );
export type ProductSync = z.infer< typeof productSyncSchema >;
