import * as z from 'zod/mini';
import { timeSchema } from './common';

/** GET /activity: the last 24 hours, oldest first (`at` is the beginning of the hour), and what refreshes did in the last 60 minutes. */
export const activitySchema = z.object( {
	/** What refreshes wrote in the last 60 minutes: "3 quantities by webhook in the last hour". Empty where nothing. */
	last_hour: z.array( z.string() ),
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
