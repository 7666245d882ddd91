import * as z from 'zod/mini';
import { LIMIT_KINDS } from './settings/warehouse-limits';
import { outcomeSchema, pageOf, sideSchema, timeSchema } from './common';

export const BUFFER_FROM = [ 'shop', 'category', 'product' ] as const;

/** Every term of the formula for one product, in its unit (pieces, kg …). */
export const partsSchema = z.object( {
	warehouses: z.array(
		z.object( {
			id: z.int(),
			name: z.string(),
			quantity: z.number(),
			reserve: z.number(),
		} )
	),
	quantity: z.number(),
	reserve: z.number(),
	/** What stays away from sale because of a warehouse's limit (`amount`: percent or pieces). */
	cuts: z.array(
		z.object( {
			name: z.string(),
			kind: z.enum( LIMIT_KINDS ),
			amount: z.int(),
			quantity: z.number(),
		} )
	),
	/** In orders that KeyCRM does not count yet; the first of them by name. */
	held: z.number(),
	held_orders: z.array( z.object( { id: z.int(), quantity: z.number() } ) ),
	buffer: z.number(),
	/** Which buffer applies: the product's own, else its category's, else the shop's. */
	buffer_from: z.enum( BUFFER_FROM ),
	/** Before rounding down, and before a negative quantity becomes 0. */
	exact: z.number(),
	available: z.number(),
} );
export type Parts = z.infer< typeof partsSchema >;

/** What one of KeyCRM's warehouses gets, so that `available` can be sold there: that and what is reserved. */
export const pushedSchema = z.object( {
	warehouse_id: z.int(),
	name: z.string(),
	available: z.number(),
	reserve: z.number(),
	quantity: z.number(),
	/** The physical total that KeyCRM had there. */
	present: z.number(),
} );

/** A product whose quantity changes or changed, or that needs attention. */
export const changeSchema = z.object( {
	id: z.int(),
	run_id: z.int(),
	/** Whose quantities `before` and `after` are. */
	side: sideSchema,
	product_id: z.int(),
	product_name: z.string(),
	edit_url: z.string(),
	sku: z.string(),
	before: z.nullable( z.number() ),
	after: z.nullable( z.number() ),
	outcome: outcomeSchema,
	/** A sentence on why, for outcomes that need attention; otherwise empty. */
	reason: z.string(),
	parts: z.nullable( partsSchema ),
	/** What was or would be sent to KeyCRM; empty for the shop's side. */
	pushed: z.array( pushedSchema ),
	/** `pushed` in a sentence for each warehouse. */
	pushed_texts: z.array( z.string() ),
	/** What a product that is made on the other side gets there; empty for other changes. */
	creation: z.array( z.object( { label: z.string(), value: z.string() } ) ),
	/** Null while it is only planned. */
	written_at: z.nullable( timeSchema ),
} );
export type Change = z.infer< typeof changeSchema >;

export const changeListSchema = pageOf( changeSchema );
export type ChangeList = z.infer< typeof changeListSchema >;

/** Whether a quantity rose or fell. */
export const directionSchema = z.enum( [ 'up', 'down', 'to_zero' ] );
export type Direction = z.infer< typeof directionSchema >;
