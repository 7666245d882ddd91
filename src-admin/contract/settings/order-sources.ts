import * as z from 'zod/mini';

/** A sales channel of the KeyCRM account ("source"): each of its orders belongs to one. */
export const orderSourceSchema = z.object( {
	id: z.int(),
	name: z.string(),
} );
export type OrderSource = z.infer< typeof orderSourceSchema >;

/** GET /order-sources: asks KeyCRM once, with the saved key. */
export const orderSourcesSchema = z.object( {
	items: z.array( orderSourceSchema ),
} );
