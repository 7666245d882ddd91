import type { CatalogueSeed, Property } from './seed-types';

/** A product as the shop has it before the first sync. */
export interface ShopProduct {
	name: string;
	type: 'simple' | 'variable';
	/** '' = the shop owner gave none. */
	sku: string;
	category: string;
	/** Hryvnias. */
	price: number;
	manage_stock: boolean;
	/** null where stock management is off. */
	stock: number | null;
	/** Attributes of a variable product with the values that occur. */
	attributes: ShopAttribute[];
	variations: ShopVariation[];
}

export interface ShopAttribute {
	name: string;
	options: string[];
}

export interface ShopVariation {
	sku: string;
	price: number;
	/** False: the parent keeps the stock, or nobody does. */
	manage_stock: boolean;
	stock: number | null;
	attributes: Property[];
}

/** Both sides of one shop: what KeyCRM holds and what WooCommerce holds. */
export interface DemoCatalogue {
	seed: CatalogueSeed;
	shop: ShopProduct[];
}

/** @return One for each attribute name, values in the order they occur. */
export function attributesOf( variations: readonly ShopVariation[] ) {
	const found = new Map< string, Set< string > >();
	for ( const { attributes } of variations ) {
		for ( const { name, value } of attributes ) {
			const values = found.get( name ) ?? new Set();
			found.set( name, values.add( value ) );
		}
	}
	return [ ...found ].map(
		( [ name, values ] ): ShopAttribute => ( {
			name,
			options: [ ...values ],
		} )
	);
}
