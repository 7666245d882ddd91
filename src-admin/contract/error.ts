import * as z from 'zod/mini';
import { runSchema } from './run';

/** `data` of an error that has none. */
export const NO_DATA = { status: 0, params: {}, run: null, details: '' };

/** The parsed JSON of a WP_Error. apiFetch rejects with it instead of with an Error. */
export const errorSchema = z.object( {
	code: z.string(),
	message: z.string(),
	data: z.catch(
		z.object( {
			status: z.catch( z.int(), 0 ),
			// PHP writes an empty map as a list.
			params: z.catch( z.catchall( z.object( {} ), z.string() ), {} ),
			run: z.catch( z.nullable( runSchema ), null ),
			// WordPress's own errors use this name for something else.
			details: z.catch( z.string(), '' ),
		} ),
		NO_DATA
	),
} );
export type ErrorAnswer = z.infer< typeof errorSchema >;

/** The code of an answer for which KeyCRM's limit left no room. */
export const MUST_WAIT = 'keycrm_stock_must_wait';
