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
	'created',
] );
export type Outcome = z.infer< typeof outcomeSchema >;

/** Whose stock quantities a run writes, and a change shows: the shop's, or what KeyCRM has for sale. */
export const sideSchema = z.enum( [ 'shop', 'keycrm' ] );
export type Side = z.infer< typeof sideSchema >;

/** Below `Number.MAX_SAFE_INTEGER`. */
export const MAX_ID = 9_000_000_000_000_000;

/** Bounds of the numbers in the settings: the schemas check them, and the fields of the form offer them. */
export const BOUNDS = {
	after_failures: { min: 0, max: 1000 },
	grace_minutes: { min: 0, max: 10_080 },
	log_days: { min: 1, max: 365 },
	max_age_days: { min: 1, max: 365 },
	min_products: { min: 0, max: 100_000 },
	percent: { min: 0, max: 100 },
	pieces: { min: 0, max: 1_000_000 },
	requests_per_minute: { min: 1, max: 600 },
	source_id: { min: 0, max: MAX_ID },
	warehouse_id: { min: 1, max: MAX_ID },
} as const;

export const intWithin = ( { min, max }: { min: number; max: number } ) =>
	z.int().check( z.minimum( min ), z.maximum( max ) );

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
