import type { JsonObject } from '../json';
import type { Property } from '../seeds/seed-types';

export interface Warehouse {
	id: number;
	name: string;
	is_active: boolean;
}

export interface Category {
	id: number;
	name: string;
	parent_id: number | null;
}

/** Stock of one offer in one warehouse, in the product's unit. */
export interface StockLine {
	warehouse_id: number;
	/** Physical quantity, including reserved pieces. */
	quantity: number;
	reserve: number;
}

export interface Levels {
	quantity: number;
	reserve: number;
}

export interface Measures {
	weight: number | null;
	length: number | null;
	width: number | null;
	height: number | null;
}

/** A variant; a product without variants has exactly one. */
export interface Offer {
	id: number;
	product: Product;
	sku: string | null;
	barcode: string | null;
	price: number;
	purchased_price: number | null;
	measures: Measures | null;
	image_url: string | null;
	properties: readonly Property[];
	is_archived: boolean;
	stock: StockLine[];
	created_ms: number;
	updated_ms: number;
	served: JsonObject | null;
	served_without: readonly string[];
}

export interface Product {
	id: number;
	name: string;
	description: string | null;
	unit_type: string | null;
	currency_code: string;
	category_id: number | null;
	pictures: readonly string[];
	measures: Measures | null;
	/** False for a product whose only offer carries no properties. */
	has_offers: boolean;
	is_archived: boolean;
	offers: Offer[];
	created_ms: number;
	updated_ms: number;
}
