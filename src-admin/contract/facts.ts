import * as z from 'zod/mini';
import { timeSchema } from './common';

/** What the headline says: the most urgent answer to "is my stock right?". */
export const headlineStateSchema = z.enum( [
	'syncing',
	'shop_off',
	'no_key',
	'needs_decision',
	'failed',
	'new_key',
	'previewed',
	'undone',
	'cancelled',
	'no_products',
	'all_excluded',
	'no_skus',
	'none_matched',
	'never_synced',
	'none_in_sync',
	'settings_changed',
	'stale',
	'partly_in_sync',
	'in_sync',
] );
export type HeadlineState = z.infer< typeof headlineStateSchema >;

export const toneSchema = z.enum( [ 'good', 'work', 'warn', 'bad', 'quiet' ] );
export type Tone = z.infer< typeof toneSchema >;

/** Actions that the screen offers for the headline. */
export const factActionSchema = z.enum( [
	'sync',
	'preview',
	'apply',
	'confirm',
	'discard',
	'show_changes',
	'show_mismatches',
	'enter_key',
	'open_inventory',
] );
export type FactAction = z.infer< typeof factActionSchema >;

/**
 * How the sync stands: a first line, and the three facts that it is made of. `state` and numbers are for
 * programs; `text` is a sentence in the language of the person who asks.
 */
export const factsSchema = z.object( {
	headline: z.object( {
		state: headlineStateSchema,
		tone: toneSchema,
		text: z.string(),
	} ),
	/** What it means, and what to do; whole sentences. */
	explanation: z.array( z.string() ),
	coverage: z.object( {
		state: z.enum( [
			'unknown',
			'no_products',
			'all_excluded',
			'no_skus',
			'none',
			'some',
			'all',
		] ),
		text: z.string(),
		/** Without those that the owner does not want synced. */
		products: z.int(),
		/** Products among them whose SKU KeyCRM has. */
		matched: z.int(),
		without_sku: z.int(),
	} ),
	freshness: z.object( {
		state: z.enum( [ 'never', 'settings_changed', 'stale', 'current' ] ),
		text: z.string(),
		/** The last sync that succeeded. */
		synced_at: z.nullable( timeSchema ),
		/** A newer sync that did not succeed; null: none. */
		tried_at: z.nullable( timeSchema ),
		/** Null if the last sync used the current settings. */
		settings_changed_at: z.nullable( timeSchema ),
	} ),
	automation: z.object( {
		state: z.enum( [ 'off', 'failing', 'late', 'unplanned', 'on' ] ),
		text: z.string(),
		next_at: z.nullable( timeSchema ),
		late_seconds: z.int(),
		/** Syncs that failed in a row. */
		failures: z.int(),
	} ),
	/** The first one is the recommended action. */
	actions: z.array( factActionSchema ),
	/** The sync that waits for a person's decision; 0: none. */
	waiting_run_id: z.int(),
} );
export type Facts = z.infer< typeof factsSchema >;
