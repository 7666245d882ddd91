import * as z from 'zod/mini';

/**
 * POST /connection: one call to KeyCRM with the given or the saved key. `code` is for machines,
 * `message` says what happened, `hint` what to do; both are translated and for the owner.
 */
export const connectionSchema = z.object( {
	ok: z.boolean(),
	code: z.string(),
	message: z.string(),
	hint: z.string(),
	/** Technical details; empty if the call succeeded. */
	details: z.string(),
	/** KeyCRM's product variants ("offers") that this key can see; 0 where the call failed. */
	offers: z.int(),
} );
export type Connection = z.infer< typeof connectionSchema >;

export const warehouseSchema = z.object( {
	id: z.int(),
	name: z.string(),
} );
export type Warehouse = z.infer< typeof warehouseSchema >;

/** A product of the account with its quantities by warehouse, as an example of the formula. */
export const exampleSchema = z.object( {
	product_name: z.string(),
	sku: z.string(),
	warehouses: z.array(
		z.object( {
			id: z.int(),
			name: z.string(),
			quantity: z.number(),
			reserve: z.number(),
		} )
	),
	/** What each known warehouse would get of it if the shop kept the stock, as a sentence; empty where it is not sold in the shop. */
	pushed: z.array( z.object( { warehouse_id: z.int(), text: z.string() } ) ),
} );
export type Example = z.infer< typeof exampleSchema >;

export const fillOfferSchema = z.object( {
	title: z.string(),
	sentences: z.array( z.string() ),
	/** Label of the field for the warehouse. */
	warehouse: z.string(),
	button: z.string(),
} );
export type FillOffer = z.infer< typeof fillOfferSchema >;

/**
 * GET /warehouses: those seen so far. POST `{page}`: asks KeyCRM now, from that page on, as many
 * pages as fit into a few seconds; the screen calls again with `next_page` until it is 0.
 */
export const warehousesSchema = z.object( {
	items: z.array( warehouseSchema ),
	/** 0 when the whole list has been read (and in the answer to GET). */
	next_page: z.int(),
	/** Pages of KeyCRM's list; 0 in the answer to GET. */
	pages: z.int(),
	/** At most one. A product with several warehouses and a reserve is preferred. */
	examples: z.array( exampleSchema ),
	/** The offer to fill KeyCRM from the shop, in words; null where KeyCRM has stock, or the shop has none. */
	fill: z.nullable( fillOfferSchema ),
} );
export type Warehouses = z.infer< typeof warehousesSchema >;
