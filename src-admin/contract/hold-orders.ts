import * as z from 'zod/mini';
import { MAX_ID } from './common';

/** Ways of knowing which orders of the shop KeyCRM counts already. */
export const HOLD_MODES = [
	'off',
	'keycrm_orders',
	'plugin_marks',
	'statuses',
	'filter',
] as const;
export type HoldMode = ( typeof HOLD_MODES )[ number ];

/** Orders that KeyCRM does not count yet are subtracted from what it says. */
export const holdOrdersSchema = z.object( {
	mode: z._default( z.enum( HOLD_MODES ), 'off' ),
	/** While off: switch to `keycrm_orders` once an order of this shop has been seen in KeyCRM. */
	detect: z._default( z.boolean(), true ),
	/** The shop's sales channel in KeyCRM; 0 until it is known. */
	source_id: z._default(
		z.int().check( z.minimum( 0 ), z.maximum( MAX_ID ) ),
		0
	),
	/** For `statuses`: those in which KeyCRM does not count an order yet, without `wc-`. */
	statuses: z._default(
		z
			.array( z.string().check( z.regex( /^[a-z0-9_-]{1,40}$/ ) ) )
			.check( z.maxLength( 50 ) ),
		[ 'on-hold', 'processing' ]
	),
	/** For `plugin_marks`: how long KeyCRM takes to count an order that it has been sent. */
	grace_minutes: z._default(
		z.int().check( z.minimum( 0 ), z.maximum( 10_080 ) ),
		30
	),
	/** Older orders are not subtracted, or a forgotten one would hold stock for ever. */
	max_age_days: z._default(
		z.int().check( z.minimum( 1 ), z.maximum( 365 ) ),
		14
	),
} );
export type HoldOrders = z.infer< typeof holdOrdersSchema >;

export const HOLD_DEFAULTS: HoldOrders = {
	mode: 'off',
	detect: true,
	source_id: 0,
	statuses: [ 'on-hold', 'processing' ],
	grace_minutes: 30,
	max_age_days: 14,
};
