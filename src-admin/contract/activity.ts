import * as z from 'zod/mini';
import { timeSchema } from './common';

/** GET /activity: the last 24 hours, oldest first; `at` is the beginning of the hour. */
export const activitySchema = z.object( {
	items: z.array(
		z.object( {
			at: timeSchema,
			/** Quantities that were written. */
			changes: z.int(),
			failed_runs: z.int(),
		} )
	),
} );
export type Activity = z.infer< typeof activitySchema >;
