import { Random } from '../random';
import { generatedSku } from './generated-sku';
import type { CatalogueSeed, OfferSeed, StockLineSeed } from './seed-types';
import type { ShopProduct, ShopVariation } from './shop-types';
import { attributesOf } from './shop-types';

const FIRST_OFFER_ID = 10_001;
const FIRST_PRODUCT_ID = 500_001;
/** Of ten offers four are simple products, six the variants of one. */
const BLOCK = 10;
const SIMPLE = 4;
const SIZES = [ 'XS', 'S', 'M', 'L', 'XL', 'XXL' ];

/** @return `count` offers with realistic SKUs and stock, the same every time. */
export function generatedCatalogue( count: number ): CatalogueSeed {
	const offers: OfferSeed[] = [];
	for ( let index = 0; index < count; index++ ) {
		offers.push( generatedOffer( index ) );
	}
	return {
		warehouses: [
			{ id: 1, name: 'Основний' },
			{ id: 2, name: 'Магазин' },
			{ id: 3, name: 'Ремонт' },
		],
		offers,
	};
}

/** @return The shop's products for `generatedCatalogue( count )`, one by one. */
export function* generatedShop( count: number ): Generator< ShopProduct > {
	for ( let index = 0; index < count; index++ ) {
		const offer = generatedOffer( index );
		if ( isVariant( index ) ) {
			const end = Math.min( count, index - ( index % BLOCK ) + BLOCK );
			yield variable( index, end );
			index = end - 1;
		} else {
			const { sku, price, stock } = variation( index );
			yield {
				name: offer.name ?? '',
				type: 'simple',
				sku,
				category: 'Товари',
				price,
				manage_stock: true,
				stock,
				attributes: [],
				variations: [],
			};
		}
	}
}

function isVariant( index: number ): boolean {
	return index % BLOCK >= SIMPLE;
}

function generatedOffer( index: number ): OfferSeed {
	const random = new Random( index * 2_654_435 + 1 );
	const variant = isVariant( index );
	const first_of_block = index - ( index % BLOCK );
	const product = variant ? first_of_block + SIMPLE : index;
	return {
		id: FIRST_OFFER_ID + index,
		product_id: FIRST_PRODUCT_ID + product,
		name: `Товар ${ product + 1 }`,
		sku: generatedSku( index ),
		price: 50 + random.below( 2000 ),
		properties: variant
			? [ { name: 'Розмір', value: sizeOf( index ) } ]
			: [],
		stock: stockOf( random ),
	};
}

function sizeOf( index: number ): string {
	return SIZES[ ( index % BLOCK ) - SIMPLE ] ?? '';
}

function stockOf( random: Random ): StockLineSeed[] {
	const percent = random.below( 100 );
	if ( percent < 5 ) {
		return [];
	}
	if ( percent < 7 ) {
		return [ { warehouse_id: 1, quantity: -1 - random.below( 9 ) } ];
	}
	if ( percent < 10 ) {
		return [ { warehouse_id: 1, quantity: random.below( 400 ) / 8 } ];
	}
	const lines = [ line( 1, random ) ];
	if ( percent < 35 ) {
		lines.push( line( 2, random ) );
	}
	if ( percent < 13 ) {
		lines.push( line( 3, random ) );
	}
	return lines;
}

function line( warehouse_id: number, random: Random ): StockLineSeed {
	const quantity = random.below( 60 );
	const reserved = random.below( 100 ) < 15;
	const reserve = reserved ? random.below( quantity + 1 ) : 0;
	return { warehouse_id, quantity, reserve };
}

function variation( index: number ): ShopVariation {
	const { sku, price, properties } = generatedOffer( index );
	return {
		sku: sku ?? '',
		price: price ?? 0,
		manage_stock: true,
		// Higher than any number in the generated account, so the first sync changes all products.
		stock: 500 + ( index % 97 ),
		attributes: properties ?? [],
	};
}

function variable( from: number, to: number ): ShopProduct {
	const variations: ShopVariation[] = [];
	for ( let index = from; index < to; index++ ) {
		variations.push( variation( index ) );
	}
	return {
		name: generatedOffer( from ).name ?? '',
		type: 'variable',
		sku: '',
		category: 'Товари',
		price: variations[ 0 ]?.price ?? 0,
		manage_stock: false,
		stock: null,
		attributes: attributesOf( variations ),
		variations,
	};
}
