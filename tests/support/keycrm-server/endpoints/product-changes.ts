import { plantOffer } from '../model/plant';
import type { Offer, Product } from '../model/types';
import type { World } from '../world';
import type {
	NewOffer,
	NewProduct,
	OfferChange,
	ProductChange,
} from './product-body';
import { mergedMeasures } from './product-body';

/** Makes a product without variants: one offer that carries the SKU. */
export function createProduct( world: World, sent: NewProduct ): Product {
	const now = world.clock.now();
	const { product } = plantOffer(
		world.catalogue,
		{ name: sent.name, stock: [] },
		now
	);
	changeProduct( world, product, sent );
	return product;
}

export function changeProduct(
	world: World,
	product: Product,
	sent: ProductChange
): void {
	product.name = sent.name ?? product.name;
	product.description = given( sent.description, product.description );
	product.currency_code = sent.currency_code ?? product.currency_code;
	product.unit_type = given( sent.unit_type, product.unit_type );
	product.category_id = given( sent.category_id, product.category_id );
	product.pictures = sent.pictures ?? product.pictures;
	product.measures = mergedMeasures( product.measures, sent );
	product.updated_ms = world.clock.now();
	const [ only ] = product.offers;
	if ( ! product.has_offers && undefined !== only ) {
		world.catalogue.renameSku( only, given( sent.sku, only.sku ) );
		only.barcode = given( sent.barcode, only.barcode );
		changeOffer( world, only, sent );
	}
}

export function changeOffer(
	world: World,
	offer: Offer,
	sent: Omit< OfferChange, 'id' | 'sku' >
): void {
	offer.price = sent.price ?? offer.price;
	offer.purchased_price = given(
		sent.purchased_price,
		offer.purchased_price
	);
	offer.image_url = given( sent.image_url, offer.image_url );
	offer.measures = mergedMeasures( offer.measures, sent );
	offer.updated_ms = world.clock.now();
}

/** Adds a variant, and removes the offer without SKU that `POST /products` made. */
export function createOffer(
	world: World,
	product: Product,
	sent: NewOffer
): void {
	const { catalogue, clock } = world;
	const [ first ] = product.offers;
	if ( ! product.has_offers && null === first?.sku ) {
		catalogue.removeOffer( first.id );
	}
	const offer = plantOffer(
		catalogue,
		{
			product_id: product.id,
			sku: sent.sku ?? null,
			properties: sent.properties ?? [],
			stock: [],
		},
		clock.now()
	);
	product.has_offers = true;
	offer.barcode = sent.barcode ?? null;
	changeOffer( world, offer, sent );
}

/** @return What was sent, `null` included, else what is known. */
function given< T >( sent: T | undefined, known: T ): T {
	return undefined === sent ? known : sent;
}
