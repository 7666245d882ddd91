import { z } from 'zod';
import type { Measures } from '../model/types';

const MOST_PICTURES = 6;

const measureFields = {
	weight: z.number().nullable().optional(),
	length: z.number().nullable().optional(),
	width: z.number().nullable().optional(),
	height: z.number().nullable().optional(),
};

const priceFields = {
	price: z.number().optional(),
	purchased_price: z.number().nullable().optional(),
};

const productFields = {
	...measureFields,
	...priceFields,
	sku: z.string().nullable().optional(),
	barcode: z.string().nullable().optional(),
	description: z.string().nullable().optional(),
	currency_code: z.string().optional(),
	unit_type: z.string().nullable().optional(),
	category_id: z.number().nullable().optional(),
	pictures: z.array( z.string() ).max( MOST_PICTURES ).optional(),
};

export const newProductSchema = z.object( {
	...productFields,
	name: z.string(),
} );

export const productChangeSchema = z.object( {
	...productFields,
	name: z.string().optional(),
} );

export const newOfferSchema = z.object( {
	...measureFields,
	...priceFields,
	name: z.string().optional(),
	sku: z.string().nullable().optional(),
	barcode: z.string().nullable().optional(),
	image_url: z.string().nullable().optional(),
	properties: z
		.array( z.object( { name: z.string(), value: z.string() } ) )
		.optional(),
} );

export const offerChangeSchema = z
	.object( {
		...measureFields,
		...priceFields,
		id: z.int().optional(),
		sku: z.string().optional(),
		image_url: z.string().nullable().optional(),
	} )
	.refine( ( { id, sku } ) => undefined !== id || undefined !== sku, {
		error: 'The id field is required when sku is not present.',
		path: [ 'id' ],
	} );

export type NewProduct = z.infer< typeof newProductSchema >;
export type ProductChange = z.infer< typeof productChangeSchema >;
export type NewOffer = z.infer< typeof newOfferSchema >;
export type OfferChange = z.infer< typeof offerChangeSchema >;

type SentMeasures = {
	[ name in keyof Measures ]?: number | null | undefined;
};

/** @return The known measures with the sent ones in their place. */
export function mergedMeasures(
	known: Measures | null,
	sent: SentMeasures
): Measures {
	const pick = ( name: keyof Measures ) =>
		undefined === sent[ name ] ? known?.[ name ] ?? null : sent[ name ];
	return {
		weight: pick( 'weight' ),
		length: pick( 'length' ),
		width: pick( 'width' ),
		height: pick( 'height' ),
	};
}
