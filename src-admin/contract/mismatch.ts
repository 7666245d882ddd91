import * as z from 'zod/mini';
import { pageOf, timeSchema } from './common';
import { createModeSchema } from './run';

/** Why a product in the shop or in KeyCRM does not match the other side, in the order of display. */
export const mismatchGroupSchema = z.enum( [
	'near_miss',
	'wrong_status',
	'not_in_keycrm',
	'only_in_keycrm',
	'duplicate_in_shop',
	'duplicate_in_keycrm',
	'no_sku',
	'no_sku_in_keycrm',
	'not_managed',
	'managed_by_parent',
	'excluded',
] );
export type MismatchGroup = z.infer< typeof mismatchGroupSchema >;

/** Routes below POST /unmatched. */
export const fixActionSchema = z.enum( [
	'switch-on',
	'repair-status',
	'leave-alone',
	'include',
] );
export type FixAction = z.infer< typeof fixActionSchema >;

/** GET /unmatched/groups: what the newest comparison of the whole shop has found. */
export const mismatchGroupsSchema = z.object( {
	/** 0: the shop and KeyCRM have not been compared yet, and there are no groups. */
	run_id: z.int(),
	compared_at: z.nullable( timeSchema ),
	/** When KeyCRM's full list was last read. Other syncs read only the offers that this shop sells. */
	listed_at: z.nullable( timeSchema ),
	groups: z.array(
		z.object( {
			group: mismatchGroupSchema,
			name: z.string(),
			/** What the group means, and what to do. */
			advice: z.string(),
			count: z.int(),
			/** The run that makes these products on the other side, and its button; null where none does. */
			create: z.nullable(
				z.object( { mode: createModeSchema, label: z.string() } )
			),
			/** What can be done about its products: the button, and what is said if the request fails. */
			actions: z.array(
				z.object( {
					action: fixActionSchema,
					label: z.string(),
					failed: z.string(),
				} )
			),
		} )
	),
} );
export type MismatchGroups = z.infer< typeof mismatchGroupsSchema >;
export type GroupOfMismatches = MismatchGroups[ 'groups' ][ number ];

/** A product of the shop, of KeyCRM, or (near misses) a pair of both. */
export const mismatchSchema = z.object( {
	/** 0: the shop has none. */
	product_id: z.int(),
	product_name: z.string(),
	edit_url: z.string(),
	/** The shop's SKU; empty where there is none. */
	sku: z.string(),
	/** The shop's number; null where it keeps none. */
	in_shop: z.nullable( z.number() ),
	/** Products in KeyCRM that it may belong to, and their totals; null where KeyCRM's number was not understood. */
	in_keycrm: z.array(
		z.object( { sku: z.string(), quantity: z.nullable( z.number() ) } )
	),
	/** How the SKUs of a near miss differ, or why stock management cannot be switched on here, as a sentence; else empty. */
	reason: z.string(),
	/** What was done about it since the comparison; the next sync removes it from the list. */
	since: z.enum( [
		'',
		'deleted',
		'left_alone',
		'new_sku',
		'switched_on',
		'repaired',
	] ),
	/** The same as a sentence, or ''. */
	since_text: z.string(),
	can_switch_on: z.boolean(),
} );
export type Mismatch = z.infer< typeof mismatchSchema >;

/** GET /unmatched */
export const mismatchListSchema = pageOf( mismatchSchema );
export type MismatchList = z.infer< typeof mismatchListSchema >;

/** POST /unmatched/switch-on, repair-status, leave-alone, include: which products were changed, and why others were not. */
export const fixSchema = z.object( {
	done: z.array( z.int() ),
	/** For how many it was done, as a sentence; '' for none. */
	message: z.string(),
	left: z.array( z.object( { product_id: z.int(), reason: z.string() } ) ),
} );
export type Fix = z.infer< typeof fixSchema >;
