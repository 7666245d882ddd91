import { z } from 'zod';

/** Groups: 1 new, 2–4 in progress, 5 completed, 6 cancelled. */
export const orderStatusSchema = z.object( {
	id: z.number(),
	name: z.string(),
	alias: z.string(),
	group_id: z.number(),
	is_closing_order: z.boolean(),
	/** A system status cannot be deleted. This says nothing about stock. */
	is_reserved: z.boolean(),
} );

export type OrderStatus = z.infer< typeof orderStatusSchema >;

export const orderSourceSchema = z.object( {
	id: z.number(),
	name: z.string(),
	alias: z.string(),
	driver: z.string(),
	source_uuid: z.string().nullable(),
	source_name: z.string().nullable(),
	currency_code: z.string(),
} );

export type OrderSource = z.infer< typeof orderSourceSchema >;

export const orderSeedSchema = z.object( {
	/** Sales channel; default: the first one, which is the shop. */
	source_id: z.number().optional(),
	/** The shop's order number; null: a manager typed the order in. */
	source_uuid: z.string().nullable().optional(),
	global_source_uuid: z.string().nullable().optional(),
	status_id: z.number().optional(),
	parent_id: z.number().nullable().optional(),
	/** When it was ordered, in unix milliseconds; default: when it arrives. */
	ordered_ms: z.number().optional(),
	has_reserves: z.boolean().optional(),
	/** Milliseconds of the clock until the order exists. */
	arrives_in_ms: z.number().optional(),
	products: z.array(
		z.object( {
			/** SKU or id of an offer; a line with neither is a one-off product. */
			offer_id: z.number().optional(),
			sku: z.string().nullable().optional(),
			name: z.string().optional(),
			quantity: z.number(),
			price: z.number().optional(),
			/** Default: the first warehouse; null: no warehouse was chosen. */
			warehouse_id: z.number().nullable().optional(),
			/** Shown instead of the true text. */
			stock_status: z.string().nullable().optional(),
		} )
	),
} );

export type OrderSeed = z.infer< typeof orderSeedSchema >;

export interface OrderLine {
	id: number;
	offer_id: number | null;
	sku: string | null;
	name: string;
	quantity: number;
	price: number;
	warehouse_id: number | null;
	/** The effect that the line has had on the stock. */
	held: 'nothing' | 'reserved' | 'written_off';
	stock_status: string | null;
	/** The seed has set the text, so status changes do not change it. */
	stock_status_is_fixed: boolean;
}

export interface Order {
	id: number;
	source_id: number;
	source_uuid: string | null;
	global_source_uuid: string | null;
	parent_id: number | null;
	status_id: number;
	has_reserves: boolean;
	products: OrderLine[];
	ordered_ms: number;
	created_ms: number;
	updated_ms: number;
	closed_ms: number | null;
	deleted_ms: number | null;
}
