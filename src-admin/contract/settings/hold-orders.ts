import * as z from 'zod/mini';
import { BOUNDS, intWithin, timeSchema } from '../common';

/** Ways of knowing which orders of the shop KeyCRM counts already. */
export const HOLD_MODES = [
	/** The owner has not said yet: every order is subtracted until KeyCRM is known to count it. */
	'auto',
	'off',
	'keycrm_orders',
	'plugin_marks',
	'statuses',
	'filter',
	/** The shop's orders never get into KeyCRM: every order is subtracted up to the age limit. */
	'not_sent',
] as const;
export type HoldMode = ( typeof HOLD_MODES )[ number ];

/** Orders that KeyCRM does not count yet are subtracted from its quantities. */
export const holdOrdersSchema = z.object( {
	mode: z._default( z.enum( HOLD_MODES ), 'auto' ),
	/** While off: ask KeyCRM, as `keycrm_orders` does, once this shop's channel has been found there. */
	detect: z._default( z.boolean(), true ),
	/** The shop's sales channel in KeyCRM, as the owner has chosen it; 0: it is found by the shop's own orders. */
	source_id: z._default( intWithin( BOUNDS.source_id ), 0 ),
	/** For `statuses`: those in which KeyCRM does not count an order yet, without `wc-`. */
	statuses: z._default(
		z
			.array( z.string().check( z.regex( /^[a-z0-9_-]{1,40}$/ ) ) )
			.check( z.maxLength( 50 ) ),
		[ 'on-hold', 'processing' ]
	),
	/** For `plugin_marks`: how long KeyCRM takes to count an order that it has been sent. */
	grace_minutes: z._default( intWithin( BOUNDS.grace_minutes ), 30 ),
	/** Older orders are not subtracted; otherwise a forgotten order would hold stock for ever. */
	max_age_days: z._default( intWithin( BOUNDS.max_age_days ), 14 ),
} );
export type HoldOrders = z.infer< typeof holdOrdersSchema >;

export const HOLD_DEFAULTS = holdOrdersSchema.parse( {} );

/** A mode that the owner may choose, in words. */
export const orderOptionsSchema = z.array(
	z.object( {
		value: z.enum( HOLD_MODES ),
		label: z.string(),
		/** Explains the mode. */
		about: z.string(),
	} )
);

/** What the sync does not know about the shop's orders, so that the owner can be asked. */
export const ordersStateSchema = z.object( {
	/**
	 * `how`: the owner has not said how orders get into KeyCRM. `which_channel`: several channels of KeyCRM could be
	 * this shop's. To be answered by `hold_orders` in the settings.
	 */
	question: z.enum( [ 'none', 'how', 'which_channel' ] ),
	/** The question, and what the missing answer costs; sentences, '' for `none`. */
	question_text: z.string(),
	/** What is subtracted today: no order, every order, or those that KeyCRM is not known to count. */
	subtracted: z.enum( [ 'none', 'all', 'uncounted' ] ),
	/** The same as a sentence. */
	subtracted_text: z.string(),
	/** Older orders are not subtracted. */
	days: z.int(),
	/** The channel in which orders are looked up; 0: none. */
	source_id: z.int(),
	/** The channels to choose from, and how many of the shop's newest orders were seen in each. */
	candidates: z.array(
		z.object( { id: z.int(), name: z.string(), orders: z.int() } )
	),
	/**
	 * Since when KeyCRM's orders cannot be read; null where they can. Until then no quantity rises in which an
	 * order plays a part that KeyCRM was known to count.
	 */
	unread_since: z.nullable( timeSchema ),
	/** The same as sentences; '' where they can be read. */
	unread_text: z.string(),
} );
export type OrdersState = z.infer< typeof ordersStateSchema >;
