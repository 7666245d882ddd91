import { Random } from '../random';
import type { Goods } from './demo-goods';
import { GOODS } from './demo-goods';
import { ODDITIES } from './demo-oddities';
import type { OfferSeed, Property, StockLineSeed } from './seed-types';
import type { DemoCatalogue, ShopProduct, ShopVariation } from './shop-types';
import { attributesOf } from './shop-types';

export const DEMO_WAREHOUSES = [
	{ id: 1, name: 'Основний' },
	{ id: 2, name: 'Магазин' },
	{ id: 3, name: 'Ремонт' },
];

const FIRST_PRODUCT_ID = 1301;
const FIRST_OFFER_ID = 4866;

interface Variant {
	sku: string;
	properties: Property[];
}

interface Pair {
	offers: OfferSeed[];
	shop: ShopProduct;
}

/** A Ukrainian shop of about 60 products, the same in every call. */
export function demoCatalogue(): DemoCatalogue {
	const random = new Random( 2026 );
	const pairs = GOODS.map( ( goods, place ) =>
		pair( goods, FIRST_PRODUCT_ID + place, random )
	);
	const offers = [
		...pairs.flatMap( ( one ) => one.offers ),
		...ODDITIES.flatMap( ( one ) => one.offers ),
	];
	return {
		seed: { warehouses: DEMO_WAREHOUSES, offers: numbered( offers ) },
		shop: [
			...pairs.map( ( one ) => one.shop ),
			...ODDITIES.flatMap( ( one ) => one.shop ),
		],
	};
}

/** The newest offer comes first, as observed in KeyCRM. */
function numbered( offers: readonly OfferSeed[] ): OfferSeed[] {
	return offers.map( ( offer, place ) => ( {
		...offer,
		id: FIRST_OFFER_ID + ( 0 === place ? offers.length : place - 1 ),
	} ) );
}

function pair( goods: Goods, product_id: number, random: Random ): Pair {
	const { name, category, price, unit } = goods;
	const variants = variantsOf( goods );
	const offers = variants.map(
		( { sku, properties } ): OfferSeed => ( {
			product_id,
			name,
			sku,
			price,
			unit_type: unit ?? null,
			properties,
			stock: stockOf( random, undefined === unit ? 1 : 4 ),
		} )
	);
	const variations = variants.map(
		( { sku, properties } ): ShopVariation => ( {
			sku,
			price,
			manage_stock: true,
			stock: random.below( 20 ),
			attributes: properties,
		} )
	);
	const [ only ] = variations;
	const is_simple = undefined === goods.axes;
	return {
		offers,
		shop: {
			name,
			type: is_simple ? 'simple' : 'variable',
			sku: is_simple ? goods.sku : '',
			category,
			price,
			manage_stock: is_simple,
			stock: is_simple ? only?.stock ?? 0 : null,
			attributes: attributesOf( variations ),
			variations: is_simple ? [] : variations,
		},
	};
}

function variantsOf( { sku, axes }: Goods ): Variant[] {
	let variants: Variant[] = [ { sku, properties: [] } ];
	for ( const [ name, values ] of Object.entries( axes ?? {} ) ) {
		variants = variants.flatMap( ( variant ) =>
			Object.entries( values ).map( ( [ value, code ] ) => ( {
				sku: `${ variant.sku }-${ code }`,
				properties: [ ...variant.properties, { name, value } ],
			} ) )
		);
	}
	return variants;
}

/** @param parts Of a unit that are sold: 4 = quarters of a kilogram. */
function stockOf( random: Random, parts: number ): StockLineSeed[] {
	const pieces = ( most: number ) => random.below( most * parts ) / parts;
	const main = pieces( 60 );
	const reserve = random.below( 4 ) > 0 ? 0 : pieces( 6 );
	const lines = [ { warehouse_id: 1, quantity: main, reserve } ];
	if ( random.below( 2 ) > 0 ) {
		const quantity = pieces( 15 );
		lines.push( { warehouse_id: 2, quantity, reserve: 0 } );
	}
	if ( 0 === random.below( 9 ) ) {
		lines.push( { warehouse_id: 3, quantity: pieces( 3 ), reserve: 0 } );
	}
	return lines;
}
