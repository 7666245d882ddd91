import * as z from 'zod/mini';

/** The part of the answer that a list needs. */
export const productSyncSummarySchema = z.object( {
	/** `info`: part of it follows by itself. `warning`: a person has to do something. */
	level: z.enum( [ 'success', 'info', 'warning' ] ),
	/** What happened, in the reader's language. */
	summary: z.string(),
} );
export type ProductSyncSummary = z.infer< typeof productSyncSummarySchema >;
