import { z } from 'zod';

/** Descriptions of an account's offers by a test, the demo or the generator. */
const stockLineSchema = z.object( {
	warehouse_id: z.number(),
	quantity: z.number(),
	reserve: z.number().optional(),
} );

const propertySchema = z.object( { name: z.string(), value: z.string() } );

export const offerSeedSchema = z.object( {
	id: z.number().optional(),
	/** Offers with the same product are its variants. Without it the offer has a product of its own. */
	product_id: z.number().optional(),
	/** Name of the product, if this is its first offer. */
	name: z.string().optional(),
	sku: z.string().nullable().optional(),
	price: z.number().optional(),
	barcode: z.string().optional(),
	weight: z.number().optional(),
	/** Address of the offer's own picture. */
	image_url: z.string().optional(),
	/** Of the product, if this is its first offer. */
	category_id: z.number().optional(),
	pictures: z.array( z.string() ).optional(),
	unit_type: z.string().nullable().optional(),
	properties: z.array( propertySchema ).optional(),
	is_archived: z.boolean().optional(),
	/** Quantity in the first warehouse; `stock` is for several warehouses. */
	quantity: z.number().optional(),
	reserve: z.number().optional(),
	stock: z.array( stockLineSchema ).optional(),
	/**
	 * Fields that answers show instead of the true ones, for odd values such as `"7,5"`. A string made by `literal()`
	 * is printed without quotes.
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

export const categorySeedSchema = z.object( {
	id: z.number(),
	name: z.string(),
	parent_id: z.number().optional(),
} );

export const catalogueSeedSchema = z.object( {
	/** Default: one warehouse, number 1, «Основний». */
	warehouses: z.array( warehouseSeedSchema ).optional(),
	categories: z.array( categorySeedSchema ).optional(),
	offers: z.array( offerSeedSchema ),
} );

export type StockLineSeed = z.infer< typeof stockLineSchema >;
export type Property = z.infer< typeof propertySchema >;
export type OfferSeed = z.infer< typeof offerSeedSchema >;
export type WarehouseSeed = z.infer< typeof warehouseSeedSchema >;
export type CatalogueSeed = z.infer< typeof catalogueSeedSchema >;
