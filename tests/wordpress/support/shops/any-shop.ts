/** Draws random shops, with everything that makes a stock sync hard, for property tests. */
import * as fc from 'fast-check';
import type { BulkProduct } from '../../../support/fill/bulk-fill';
import type { OfferSeed } from '../../../support/keycrm-server';

const WAREHOUSES = [ 1, 2, 3 ] as const;

/** Mostly one, so that most products get a number, but sometimes none or two. */
function oneOrSo< T >( what: fc.Arbitrary< T > ): fc.Arbitrary< T[] > {
	const some = ( count: number ) =>
		fc.array( what, { minLength: count, maxLength: count } );
	return fc.oneof(
		{ weight: 6, arbitrary: some( 1 ) },
		{ weight: 1, arbitrary: some( 0 ) },
		{ weight: 1, arbitrary: some( 2 ) }
	);
}

const line = fc.record( {
	warehouse_id: fc.constantFrom( ...WAREHOUSES ),
	quantity: fc.oneof( fc.nat( 12 ), fc.constantFrom( -2, 2.5, 0 ) ),
	reserve: fc.nat( 4 ),
} );

/** What KeyCRM may have for an SKU: nothing, one offer, two, or one with an unreadable number. */
const offersOf = oneOrSo(
	fc.record( {
		stock: fc.uniqueArray( line, {
			minLength: 1,
			maxLength: 3,
			selector: ( { warehouse_id } ) => warehouse_id,
		} ),
		unreadable: fc.constantFrom( false, false, false, false, true ),
		spelling: fc.constantFrom( 'same', 'same', 'same', 'spaces', 'case' ),
	} )
);

const KINDS = [
	'simple',
	'simple',
	'simple',
	'unmanaged',
	'variation',
	'of_parent',
] as const;

/** What the shop may have under that SKU. */
const productsOf = oneOrSo(
	fc.record( {
		kind: fc.constantFrom( ...KINDS ),
		stock: fc.integer( { min: -1, max: 15 } ),
		left_alone: fc.constantFrom( false, false, false, false, true ),
		buffer: fc.constantFrom( '', '', '', '2' ),
		ordered: fc.constantFrom( 0, 0, 0, 1, 3 ),
	} )
);

/** Drawn without bias to extremes, because a shop in which everything is unusual has no number to write. */
export const anyShop = fc.noBias(
	fc.array( fc.record( { offers: offersOf, products: productsOf } ), {
		minLength: 4,
		maxLength: 14,
	} )
);
export type AnyShop = readonly ( typeof anyShop extends fc.Arbitrary<
	( infer Entry )[]
>
	? Entry
	: never )[];

export const anySettings = fc.record( {
	warehouse_ids: fc.uniqueArray( fc.constantFrom( ...WAREHOUSES ) ),
	warehouse_limits: fc.constantFrom(
		[],
		[ { warehouse_id: 1, kind: 'share', percent: 50, pieces: 0 } ],
		[ { warehouse_id: 2, kind: 'ceiling', percent: 0, pieces: 3 } ]
	),
	subtract_reserve: fc.boolean(),
	buffer: fc.constantFrom( 0, 0, 1 ),
	allow_negative: fc.boolean(),
	manage_stock: fc.constantFrom( 'leave', 'enable' ),
	hold_orders: fc.constantFrom(
		{ mode: 'off', detect: false },
		{ mode: 'statuses', statuses: [ 'processing' ] }
	),
} );

const SPELLINGS = {
	same: ( sku: string ) => sku,
	spaces: ( sku: string ) => ` ${ sku } `,
	case: ( sku: string ) => sku.toLowerCase(),
};

export function offersIn( shop: AnyShop ): OfferSeed[] {
	return shop.flatMap( ( { offers }, place ) =>
		offers.map( ( { stock, unreadable, spelling } ) => ( {
			sku: SPELLINGS[ spelling ]( `ANY-${ place }` ),
			stock,
			...( unreadable && { served: { quantity: 'many' } } ),
		} ) )
	);
}

/** What a product has besides BulkProduct, by its index in productsIn(). */
export interface Extras {
	readonly left_alone: boolean;
	readonly shares: boolean;
	readonly buffer: string;
	readonly ordered: number;
}

const NOTHING: Extras = {
	left_alone: false,
	shares: false,
	buffer: '',
	ordered: 0,
};

/** Returns the shop's products; a variation comes with its own variable product. */
export function productsIn( shop: AnyShop ): [ BulkProduct, Extras ][] {
	const rows: [ BulkProduct, Extras ][] = [];
	shop.forEach( ( { products }, place ) => {
		for ( const { kind, stock, ...extras } of products ) {
			const sku = `ANY-${ place }`;
			const child = kind === 'variation' || kind === 'of_parent';
			const base = { name: `Any ${ place }`, price: 10 };
			if ( child ) {
				const shares = kind === 'of_parent';
				rows.push( [
					{
						...base,
						sku: '',
						stock: shares ? stock : null,
						type: 'variable',
						parent: -1,
					},
					NOTHING,
				] );
			}
			rows.push( [
				{
					...base,
					sku,
					stock:
						kind === 'unmanaged' || kind === 'of_parent'
							? null
							: stock,
					type: child ? 'variation' : 'simple',
					parent: child ? rows.length - 1 : -1,
				},
				{ ...extras, shares: kind === 'of_parent' },
			] );
		}
	} );
	return rows;
}
