import { z } from 'zod';

/** The form of `Retry-After`. Without `seconds` it is the true waiting time. */
export const retryAfterSchema = z.discriminatedUnion( 'as', [
	z.object( { as: z.literal( 'none' ) } ),
	z.object( { as: z.literal( 'seconds' ), seconds: z.number().optional() } ),
	z.object( { as: z.literal( 'date' ), seconds: z.number().optional() } ),
	z.object( { as: z.literal( 'text' ), text: z.string() } ),
] );

export type RetryAfter = z.infer< typeof retryAfterSchema >;

/**
 * Switches for what is assumed or unknown about the live service (API.md beside this file, marks [A] and [?]). The
 * defaults are the likelier values; tests try the others too.
 */
export const behaviourSchema = z.object( {
	/** null = no limit. */
	limit_per_minute: z.number().nullable(),
	/** Requests a minute that another program on the same key spends. */
	spent_by_others: z.number(),
	limiter_window: z.enum( [ 'sliding', 'fixed' ] ),
	refused_requests: z.enum( [ 'free', 'counted' ] ),
	rate_limit_headers: z.enum( [ 'absent', 'sent' ] ),
	rate_limit_body: z.enum( [ 'json', 'html' ] ),
	retry_after: retryAfterSchema,
	limit_above_50: z.enum( [ 'cut', 'refused' ] ),
	/** If path and query have more characters, the answer is 414. */
	longest_address: z.number(),
	errors_without_accept: z.enum( [ 'json', 'html' ] ),
	sku_match: z.enum( [ 'exact', 'ignore_case', 'prefix', 'partial' ] ),
	archived_in_stocks: z.enum( [ 'shown', 'hidden' ] ),
	/** Whether GET /offers lists archived offers if no filter asks for them. */
	archived_in_offers: z.enum( [ 'shown', 'hidden' ] ),
	/** Whether GET /offers/stocks lists offers without stock. Two live accounts differ here. */
	zeros_in_stocks: z.enum( [ 'listed', 'left_out' ] ),
	inactive_warehouses: z.enum( [ 'counted', 'hidden' ] ),
	/** Whether `warehouse[]` names warehouses that never held the offer. */
	untouched_warehouses: z.enum( [ 'left_out', 'shown' ] ),
	unknown_warehouse_in_push: z.enum( [ 'refused', 'accepted' ] ),
	unknown_sku_in_push: z.enum( [ 'skipped', 'refused' ] ),
	negative_in_push: z.enum( [ 'accepted', 'refused' ] ),
	/** Offers whose row makes KeyCRM refuse a push. */
	refused_in_push: z.array( z.number() ),
	/** Whether a refused push names the rows that are at fault. */
	errors_in_push: z.enum( [ 'named', 'unnamed' ] ),
	duplicate_sku: z.enum( [ 'accepted', 'refused' ] ),
	offer_name: z.enum( [ 'optional', 'required' ] ),
	/** Whether a 422 says which fields are wrong. */
	refused_fields: z.enum( [ 'named', 'unnamed' ] ),
	/** Whether two products may have one name. */
	product_names: z.enum( [ 'unique', 'free' ] ),
	updated_at_on_stock: z.enum( [ 'moves', 'stays' ] ),
	/** `stock_status` of a line after write-off and after return. */
	fulfilled_text: z.string().nullable(),
	reverted_text: z.string().nullable(),
	/** Whether a deleted order is still listed with `deleted_at`, or answers 404 and is in no list. */
	deleted_orders: z.enum( [ 'gone', 'listed' ] ),
	/** How the list of sales channels handles a filter by `driver`. */
	source_filter: z.enum( [ 'heeded', 'ignored', 'refused' ] ),
	/** Whether webhooks are sent once, twice, never, or held until they are released. */
	webhook_delivery: z.enum( [ 'once', 'twice', 'never', 'held' ] ),
	webhook_sku: z.enum( [ 'sent', 'null', 'absent' ] ),
	/** `absurd`: numbers that no warehouse has, as if they were of other warehouses or old. */
	webhook_numbers: z.enum( [ 'true', 'absurd' ] ),
	/** Attempts in all if the answer is not exactly 200. */
	webhook_attempts: z.number(),
	/** Real milliseconds before each answer. */
	latency_ms: z.number(),
} );

export type Behaviour = z.infer< typeof behaviourSchema >;

/** Only the switches to change. */
export const behaviourPatchSchema = behaviourSchema.partial().strict();

export type BehaviourPatch = z.infer< typeof behaviourPatchSchema >;

export function normalBehaviour(): Behaviour {
	return {
		limit_per_minute: 60,
		spent_by_others: 0,
		limiter_window: 'sliding',
		refused_requests: 'free',
		rate_limit_headers: 'absent',
		rate_limit_body: 'json',
		retry_after: { as: 'none' },
		limit_above_50: 'cut',
		longest_address: 8190,
		errors_without_accept: 'json',
		sku_match: 'exact',
		archived_in_stocks: 'shown',
		archived_in_offers: 'shown',
		zeros_in_stocks: 'listed',
		inactive_warehouses: 'counted',
		untouched_warehouses: 'left_out',
		unknown_warehouse_in_push: 'refused',
		unknown_sku_in_push: 'skipped',
		negative_in_push: 'accepted',
		refused_in_push: [],
		errors_in_push: 'named',
		duplicate_sku: 'accepted',
		offer_name: 'optional',
		refused_fields: 'named',
		product_names: 'unique',
		updated_at_on_stock: 'stays',
		fulfilled_text: 'fulfilled',
		reverted_text: 'reverted',
		deleted_orders: 'gone',
		source_filter: 'heeded',
		webhook_delivery: 'once',
		webhook_sku: 'sent',
		webhook_numbers: 'true',
		webhook_attempts: 1,
		latency_ms: 0,
	};
}
