import type { CatalogueSeed, Property } from './seed-types';

/** A product as the shop has it before the first sync. */
export interface ShopProduct {
	name: string;
	type: 'simple' | 'variable';
	/** '' = without SKU. */
	sku: string;
	category: string;
	/** Hryvnias. */
	price: number;
	manage_stock: boolean;
	/** null: stock management is off. */
	stock: number | null;
	/** Attributes of a variable product, with all values of its variations. */
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
	/** False: the parent's stock counts, if the parent manages stock. */
	manage_stock: boolean;
	stock: number | null;
	attributes: Property[];
}

/** A shop and its KeyCRM account. */
export interface DemoCatalogue {
	seed: CatalogueSeed;
	shop: ShopProduct[];
}

/** @return One attribute for each name, with its values in order of appearance. */
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
