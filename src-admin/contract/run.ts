import * as z from 'zod/mini';
import { pageOf, sideSchema, timeSchema } from './common';
import { factsSchema } from './facts';
import { ordersStateSchema } from './settings/hold-orders';
import { runWordsSchema } from './run-words';

export const runModeSchema = z.enum( [
	'sync',
	'preview',
	'fill',
	'refresh',
	'product',
	'create_in_keycrm',
	'create_in_shop',
	'undo',
	'switch_on',
	'repair',
] );
export type RunMode = z.infer< typeof runModeSchema >;

/** Those that POST /runs starts; the others belong to an earlier run, or are done at once. */
export type StartMode = Extract<
	RunMode,
	'sync' | 'preview' | 'fill' | CreateMode
>;

/** Those that make products on the other side. */
export const createModeSchema = z.enum( [
	'create_in_keycrm',
	'create_in_shop',
] );
export type CreateMode = z.infer< typeof createModeSchema >;

export const runStatusSchema = z.enum( [
	'running',
	'waiting',
	'needs_confirmation',
	'succeeded',
	'failed',
	'cancelled',
] );

export const runPhaseSchema = z.enum( [
	'orders',
	'read',
	'gone',
	'recheck',
	'plan',
	'guard',
	'write',
	'verify',
	'details',
	'done',
] );

/** How many shop products ended in each outcome; every outcome is always there. */
export const countsSchema = z.object( {
	updated: z.int(),
	unchanged: z.int(),
	not_managed: z.int(),
	managed_by_parent: z.int(),
	duplicate_in_shop: z.int(),
	duplicate_in_keycrm: z.int(),
	not_in_keycrm: z.int(),
	excluded: z.int(),
	failed: z.int(),
	changed_since: z.int(),
	created: z.int(),
} );
export type Counts = z.infer< typeof countsSchema >;

/** What the guard has compared: products in stock and units, before and after. */
export const guardReportSchema = z.object( {
	/** Which limits were exceeded; empty if the run may write. */
	reasons: z.array(
		z.enum( [ 'zeroed', 'drop', 'unmatched', 'new_direction', 'fill' ] )
	),
	/** Products whose number would change. */
	changes: z.int(),
	in_stock: z.int(),
	in_stock_after: z.int(),
	zeroed: z.int(),
	units_before: z.number(),
	units_after: z.number(),
	/** Shop products that have an SKU, those of them that KeyCRM knows, and the same of the last good run (-1: none). */
	listed: z.int(),
	matched: z.int(),
	matched_before: z.int(),
	/** A sentence for each limit that was exceeded, in the reader's language. */
	sentences: z.array( z.string() ),
} );
export type GuardReport = z.infer< typeof guardReportSchema >;

/** How KeyCRM's stock is read: the whole list, or only the offers that this shop sells. */
export const readPlanSchema = z.object( {
	kind: z.enum( [ 'whole', 'own' ] ),
	/** Requests that this way takes, and that the full list would take; 0 if not known. */
	requests: z.int(),
	instead_of: z.int(),
} );

export const runSchema = z.object( {
	id: z.int(),
	mode: runModeSchema,
	/** Beside the syncs: `refresh` reads what has changed in KeyCRM, `hand` writes what a person starts from a list, `create` makes products. */
	lane: z.enum( [ 'main', 'refresh', 'hand', 'create' ] ),
	side: sideSchema,
	trigger: z.enum( [ 'person', 'schedule', 'tick', 'cli', 'webhook' ] ),
	status: runStatusSchema,
	/** What is done, as a sentence that is true while the run is active. */
	activity: z.string(),
	phase: runPhaseSchema,
	/** What is being done just now. */
	phase_name: z.string(),
	progress: z.object( {
		done: z.int(),
		/** 0 while it is not known yet. */
		total: z.int(),
		unit: z.enum( [ 'requests', 'products' ] ),
		/** Seconds left, as the server estimates them; 0 if it cannot. */
		seconds_left: z.int(),
	} ),
	counts: countsSchema,
	/** Requests sent to KeyCRM. */
	requests: z.int(),
	/** What the run waits for: KeyCRM's rate limit, or a pause after an error of KeyCRM or of the database. Empty if it does not wait. */
	waits_for: z.enum( [ '', 'limit', 'retry', 'database' ] ),
	waits_until: z.nullable( timeSchema ),
	started_at: timeSchema,
	finished_at: z.nullable( timeSchema ),
	/** `message` says what happened and what it means, `hint` what to do, `code` and `details` are technical. */
	error: z.nullable(
		z.object( {
			code: z.string(),
			message: z.string(),
			hint: z.string(),
			details: z.string(),
		} )
	),
	guard: z.nullable( guardReportSchema ),
	/** Null until the run has chosen. */
	read_plan: z.nullable( readPlanSchema ),
	/** The run that this one takes back; 0: none. */
	undoes: z.int(),
	/** A preview that can still be applied, or a stopped run that can still be confirmed as it is. */
	fresh: z.boolean(),
	/** The settings have changed since this preview, or this stopped run, was planned. Then it is not fresh. */
	settings_changed: z.boolean(),
	words: runWordsSchema,
} );
export type Run = z.infer< typeof runSchema >;

/** GET /runs/{id}/undo: what taking a run back would do. Numbers of products. */
export const undoReportSchema = z.object( {
	/** Products whose stock quantity the run has changed. */
	written: z.int(),
	/** Products that would get their stock quantity back, and how many of these would become 0. */
	back: z.int(),
	to_zero: z.int(),
	/** Products that a person or another plugin has changed since; sales do not count. */
	changed_since: z.int(),
	/** Products that cannot be written any more: deleted, excluded, or without a stock quantity before the run. */
	left: z.int(),
	/** The run that has taken it back already; 0: none. */
	undone_by: z.int(),
	/** The button, a sentence for each number that is not 0, and what the next automatic sync does after it. */
	label: z.string(),
	sentences: z.array( z.string() ),
	again: z.string(),
} );
export type UndoReport = z.infer< typeof undoReportSchema >;

/** GET /runs/current: the active run or the last one, and when the next comes. */
export const currentRunSchema = z.object( {
	run: z.nullable( runSchema ),
	/** The last `sync` that ended well. */
	last_success: z.nullable( runSchema ),
	next_at: z.nullable( timeSchema ),
	/** Seconds by which the next run is late; 0 where it is not. */
	overdue_seconds: z.int(),
	/** As of this answer; a run that is being driven is newer. */
	facts: factsSchema,
	/** Which orders are subtracted, and what the owner should be asked about them. */
	orders: ordersStateSchema,
	/** The server's clock when it answered, so that "in 24 seconds" is right on any client. */
	now: timeSchema,
} );
export type CurrentRun = z.infer< typeof currentRunSchema >;

export const runListSchema = pageOf( runSchema );
export type RunList = z.infer< typeof runListSchema >;
