import type { CatalogueSeed, OfferSeed } from '../seeds/seed-types';
import type { Catalogue } from './catalogue';
import type { Offer, Product, StockLine } from './types';

/** Adds a seed's warehouses, products and offers to the account. */
export function plant(
	catalogue: Catalogue,
	seed: CatalogueSeed,
	now_ms: number
): void {
	for ( const { id, name, is_active } of seed.warehouses ?? [] ) {
		const warehouse = { id, name, is_active: is_active ?? true };
		catalogue.warehouses.set( id, warehouse );
	}
	if ( 0 === catalogue.warehouses.size ) {
		const warehouse = { id: 1, name: 'Основний', is_active: true };
		catalogue.warehouses.set( warehouse.id, warehouse );
	}
	for ( const { id, name, parent_id } of seed.categories ?? [] ) {
		const category = { id, name, parent_id: parent_id ?? null };
		catalogue.categories.set( id, category );
	}
	for ( const offer of seed.offers ) {
		plantOffer( catalogue, offer, now_ms );
	}
}

export function plantOffer(
	catalogue: Catalogue,
	seed: OfferSeed,
	now_ms: number,
	where: 'start' | 'end' = 'end'
): Offer {
	const product = productOf( catalogue, seed, now_ms );
	const offer: Offer = {
		id: seed.id ?? catalogue.newOfferId(),
		product,
		sku: seed.sku ?? null,
		barcode: seed.barcode ?? null,
		price: seed.price ?? 100,
		purchased_price: null,
		measures: weighing( seed.weight ),
		image_url: seed.image_url ?? null,
		properties: seed.properties ?? [],
		is_archived: seed.is_archived ?? false,
		stock: stockOf( catalogue, seed ),
		created_ms: now_ms,
		updated_ms: now_ms,
		served: seed.served ?? null,
		served_without: seed.served_without ?? [],
	};
	catalogue.addOffer( offer, where );
	product.has_offers =
		product.offers.length > 1 || offer.properties.length > 0;
	return offer;
}

function productOf(
	catalogue: Catalogue,
	seed: OfferSeed,
	now_ms: number
): Product {
	const id = seed.product_id ?? catalogue.newProductId();
	const known = catalogue.products.get( id );
	if ( undefined !== known ) {
		return known;
	}
	const product: Product = {
		id,
		name: seed.name ?? `Товар ${ id }`,
		description: null,
		unit_type: seed.unit_type ?? null,
		currency_code: 'UAH',
		category_id: seed.category_id ?? null,
		pictures: seed.pictures ?? [],
		measures: null,
		has_offers: false,
		is_archived: false,
		offers: [],
		created_ms: now_ms,
		updated_ms: now_ms,
	};
	catalogue.addProduct( product );
	return product;
}

function stockOf( catalogue: Catalogue, seed: OfferSeed ): StockLine[] {
	if ( undefined !== seed.stock ) {
		return seed.stock.map( ( { warehouse_id, quantity, reserve } ) => ( {
			warehouse_id,
			quantity,
			reserve: reserve ?? 0,
		} ) );
	}
	const [ first ] = catalogue.warehouses.keys();
	if ( undefined === seed.quantity || undefined === first ) {
		return [];
	}
	const { quantity, reserve } = seed;
	return [ { warehouse_id: first, quantity, reserve: reserve ?? 0 } ];
}

function weighing( weight: number | undefined ): Offer[ 'measures' ] {
	return undefined === weight
		? null
		: { weight, length: null, width: null, height: null };
}
