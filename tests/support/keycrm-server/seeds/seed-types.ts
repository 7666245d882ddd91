import { z } from 'zod';

/** What a test, the demo or the generator says about an account's goods. */
const stockLineSchema = z.object( {
	warehouse_id: z.number(),
	quantity: z.number(),
	reserve: z.number().optional(),
} );

const propertySchema = z.object( { name: z.string(), value: z.string() } );

export const offerSeedSchema = z.object( {
	id: z.number().optional(),
	/** Offers of one product are its variants; without it each is a product. */
	product_id: z.number().optional(),
	/** Name of the product, where this is its first offer. */
	name: z.string().optional(),
	sku: z.string().nullable().optional(),
	price: z.number().optional(),
	unit_type: z.string().nullable().optional(),
	properties: z.array( propertySchema ).optional(),
	is_archived: z.boolean().optional(),
	/** Pieces in the first warehouse; `stock` says it for several. */
	quantity: z.number().optional(),
	reserve: z.number().optional(),
	stock: z.array( stockLineSchema ).optional(),
	/**
	 * Fields that answers show instead of the true ones, to serve oddities
	 * such as `"7,5"`. A string made by `literal()` is printed without quotes.
	 */
	served: z.record( z.string(), z.json() ).optional(),
	/** Fields that answers leave out. */
	served_without: z.array( z.string() ).optional(),
} );

export const warehouseSeedSchema = z.object( {
	id: z.number(),
	name: z.string(),
	is_active: z.boolean().optional(),
} );

export const catalogueSeedSchema = z.object( {
	/** Without it one warehouse, number 1, «Основний». */
	warehouses: z.array( warehouseSeedSchema ).optional(),
	offers: z.array( offerSeedSchema ),
} );

export type StockLineSeed = z.infer< typeof stockLineSchema >;
export type Property = z.infer< typeof propertySchema >;
export type OfferSeed = z.infer< typeof offerSeedSchema >;
export type WarehouseSeed = z.infer< typeof warehouseSeedSchema >;
export type CatalogueSeed = z.infer< typeof catalogueSeedSchema >;
