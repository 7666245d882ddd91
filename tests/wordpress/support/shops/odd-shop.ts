/** A shop and a KeyCRM with every kind of mismatch, and the lists that the plugin makes of them. */
import {
	fixSchema,
	mismatchGroupsSchema,
	mismatchListSchema,
} from '../../../../src-admin/contract';
import type {
	Fix,
	Mismatch,
	MismatchGroup,
} from '../../../../src-admin/contract';
import { bulkFill } from '../../../support/fill/bulk-fill';
import type { BulkProduct } from '../../../support/fill/bulk-fill';
import { call, openSession } from '../session';
import type { Session } from '../session';

/** Written in Cyrillic letters. */
export const LOOK_ALIKE = '\u0410\u0412\u0421-01';

const simple = ( sku: string, stock: number | null = 10 ): BulkProduct => ( {
	sku,
	name: `Товар ${ sku }`,
	price: 1,
	stock,
	type: 'simple',
	parent: -1,
} );

const PRODUCTS: BulkProduct[] = [
	simple( 'RIGHT' ),
	simple( 'ABC-01' ),
	simple( 'cap 7' ),
	simple( '=LOST' ),
	simple( '' ),
	simple( 'TWIN' ),
	simple( 'TWIN' ),
	simple( 'TWICE' ),
	simple( 'OFF', null ),
	simple( 'OFF-2', null ),
	simple( 'ALONE' ),
	{ ...simple( '', 30 ), type: 'variable' },
	{ ...simple( 'SHARED', null ), type: 'variation', parent: 11 },
	{ ...simple( 'SHELL', null ), type: 'variable' },
	simple( 'LEAVES' ),
];

const OFFERS = [
	{ sku: 'RIGHT', quantity: 10 },
	{ sku: LOOK_ALIKE, quantity: 12 },
	{ sku: 'CAP7', quantity: 4 },
	{ sku: 'WRAP-01', quantity: 240 },
	{ sku: null, quantity: 5 },
	{ sku: 'TWIN', quantity: 3 },
	{ sku: 'TWICE', quantity: 14 },
	{ sku: 'TWICE', quantity: 2 },
	{ sku: 'OFF', quantity: 6 },
	{ sku: 'OFF-2', quantity: 0 },
	{ sku: 'ALONE', quantity: 1 },
	{ sku: 'SHARED', quantity: 18 },
	{ sku: 'SHELL', quantity: 9 },
	{ sku: 'LEAVES', quantity: 10 },
];
/** Enough offers that reading only the shop's own is cheaper. */
export const OTHERS = Array.from( { length: 250 }, ( _, place ) => ( {
	sku: `Z-OTHER-${ place }`,
	quantity: 1,
} ) );

export class OddShop {
	private constructor(
		readonly session: Session,
		private readonly ids: readonly number[]
	) {}

	/** @param mu Must-use plugins by name. */
	static async open( mu: Record< string, string > = {} ): Promise< OddShop > {
		const session = await openSession(
			{ offers: [ ...OFFERS, ...OTHERS ] },
			{ mu }
		);
		return new OddShop( session, await bulkFill( session.shop, PRODUCTS ) );
	}

	/** Returns the first product with this SKU. */
	readonly idOf = ( sku: string ): number =>
		this.ids[ PRODUCTS.findIndex( ( product ) => product.sku === sku ) ] ??
		0;

	async groups() {
		return mismatchGroupsSchema.parse(
			await call( this.session.shop, 'GET', '/unmatched/groups' )
		);
	}

	async counts(): Promise< Record< string, number > > {
		const { groups } = await this.groups();
		return Object.fromEntries(
			groups.map( ( { group, count } ) => [ group, count ] )
		);
	}

	/** Returns the first hundred of a group. */
	async list( group: MismatchGroup ): Promise< Mismatch[] > {
		const { items, total } = mismatchListSchema.parse(
			await call(
				this.session.shop,
				'GET',
				`/unmatched?group=${ group }&per_page=100`
			)
		);
		expect( items ).toHaveLength( Math.min( total, 100 ) );
		return items;
	}

	/** Returns the SKU in the shop with SKUs and totals in KeyCRM, without OTHERS. */
	async pairs( group: MismatchGroup ): Promise< string[][] > {
		const items = await this.list( group );
		return items
			.filter(
				( { in_keycrm } ) => ! in_keycrm[ 0 ]?.sku.includes( 'OTHER' )
			)
			.map( ( { sku, in_keycrm } ) => [
				sku,
				...in_keycrm.map(
					( offer ) => `${ offer.sku } ${ offer.quantity }`
				),
			] );
	}

	async fix( action: string, ...products: number[] ): Promise< Fix > {
		return fixSchema.parse(
			await call( this.session.shop, 'POST', `/unmatched/${ action }`, {
				product_ids: products,
			} )
		);
	}
}
