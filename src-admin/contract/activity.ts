import * as z from 'zod/mini';
import { timeSchema } from './common';

/** GET /activity: what each of the last hours brought, oldest first; `at` is its beginning. */
export const activitySchema = z.object( {
	items: z.array(
		z.object( {
			at: timeSchema,
			/** Numbers that were written. */
			changes: z.int(),
			failed_runs: z.int(),
		} )
	),
} );
export type Activity = z.infer< typeof activitySchema >;
