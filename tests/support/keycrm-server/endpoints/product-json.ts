import { isoTime } from '../clock';
import type { Json, JsonObject } from '../json';
import { asServed } from '../model/served';
import type { Measures, Offer, Product } from '../model/types';
import type { World } from '../world';

/** An offer as `GET /offers` shows it: the reserve is called `in_reserve`. */
export function offerJson(
	world: World,
	offer: Offer,
	includes: readonly string[]
): JsonObject {
	const { quantity, reserve } = world.stock.totals( offer );
	const row: JsonObject = {
		id: offer.id,
		product_id: offer.product.id,
		sku: offer.sku,
		barcode: offer.barcode,
		thumbnail_url: offer.image_url,
		price: offer.price,
		purchased_price: offer.purchased_price,
		quantity,
		in_reserve: reserve,
		...measures( offer.measures ),
		is_default: ! offer.product.has_offers,
		is_archived: offer.is_archived,
		properties: offer.properties.map( ( one ) => ( { ...one } ) ),
		created_at: isoTime( offer.created_ms ),
		updated_at: isoTime( offer.updated_ms ),
	};
	if ( includes.includes( 'product' ) ) {
		row[ 'product' ] = productJson( world, offer.product, [] );
	}
	return asServed( offer, row );
}

/** A product as `GET /products` shows it: sums over its offers, without the offers. */
export function productJson(
	world: World,
	product: Product,
	includes: readonly string[]
): JsonObject {
	const levels = product.offers.map( ( offer ) =>
		world.stock.totals( offer )
	);
	const prices = product.offers.map( ( { price } ) => price );
	const [ only ] = product.offers;
	const row: JsonObject = {
		id: product.id,
		name: product.name,
		description: product.description,
		thumbnail_url: product.pictures[ 0 ] ?? null,
		attachments_data: [ ...product.pictures ],
		quantity: levels.reduce( ( sum, one ) => sum + one.quantity, 0 ),
		in_reserve: levels.reduce( ( sum, one ) => sum + one.reserve, 0 ),
		unit_type: product.unit_type,
		currency_code: product.currency_code,
		min_price: prices.length > 0 ? Math.min( ...prices ) : 0,
		max_price: prices.length > 0 ? Math.max( ...prices ) : 0,
		...measures( product.measures ),
		has_offers: product.has_offers,
		is_archived: product.is_archived,
		category_id: product.category_id,
		properties_agg: propertiesOf( product ),
		created_at: isoTime( product.created_ms ),
		updated_at: isoTime( product.updated_ms ),
	};
	if ( ! product.has_offers && undefined !== only ) {
		row[ 'sku' ] = only.sku;
		row[ 'barcode' ] = only.barcode;
		row[ 'price' ] = only.price;
		row[ 'purchased_price' ] = only.purchased_price;
	}
	if ( includes.includes( 'custom_fields' ) ) {
		row[ 'custom_fields' ] = [];
	}
	return row;
}

function measures( known: Measures | null ): JsonObject {
	return {
		weight: known?.weight ?? null,
		length: known?.length ?? null,
		width: known?.width ?? null,
		height: known?.height ?? null,
	};
}

function propertiesOf( product: Product ): Json {
	const values: Record< string, string[] > = {};
	for ( const { properties } of product.offers ) {
		for ( const { name, value } of properties ) {
			const list = ( values[ name ] ??= [] );
			if ( ! list.includes( value ) ) {
				list.push( value );
			}
		}
	}
	// PHP encodes an empty map as a list.
	return Object.keys( values ).length > 0 ? values : [];
}
