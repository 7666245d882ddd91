import * as z from 'zod/mini';

/** What a run did with a product; each product of the shop has one outcome in a run. */
export const outcomeSchema = z.enum( [
	'updated',
	'unchanged',
	'not_managed',
	'managed_by_parent',
	'duplicate_in_shop',
	'duplicate_in_keycrm',
	'not_in_keycrm',
	'excluded',
	'failed',
	'changed_since',
] );
export type Outcome = z.infer< typeof outcomeSchema >;

/** Below `Number.MAX_SAFE_INTEGER`. */
export const MAX_ID = 9_000_000_000_000_000;

/** ISO 8601, UTC, e.g. `2026-08-01T15:19:57Z`. */
export const timeSchema = z.iso.datetime();

/** What every list answers. Pages start at 1; `per_page` is at most 100. */
export const pageOf = < T extends z.ZodMiniType >( item: T ) =>
	z.object( {
		items: z.array( item ),
		total: z.int(),
		page: z.int(),
		per_page: z.int(),
	} );
