/** A small KeyCRM account, and what may happen to all its offers at once. */
import type { OfferSeed } from '../../../support/keycrm-server';

export const WAREHOUSE = 2;

/** Three pages of offers, all in a warehouse that the owner has chosen. */
export const OFFERS: OfferSeed[] = Array.from(
	{ length: 120 },
	( _, place ) => ( {
		id: 1000 + place,
		sku: `H-${ place }`,
		stock: [ { warehouse_id: WAREHOUSE, quantity: 10 } ],
	} )
);

/** What has happened to the account. */
export const ACCOUNTS = [
	'as it was',
	'all at 0',
	'every second at 0',
	'every third at 0',
	'reserved whole',
	'archived',
	'half of it deleted',
	'empty',
] as const;

/** Returns the account's offers after that. */
export function accountAfter(
	what: ( typeof ACCOUNTS )[ number ]
): OfferSeed[] {
	const at = ( quantity: number, reserve = 0 ) => [
		{ warehouse_id: WAREHOUSE, quantity, reserve },
	];
	const each = ( change: ( place: number ) => Partial< OfferSeed > ) =>
		OFFERS.map( ( offer, place ) => ( { ...offer, ...change( place ) } ) );
	switch ( what ) {
		case 'all at 0':
			return each( () => ( { stock: at( 0 ) } ) );
		case 'every second at 0':
			return each( ( place ) => ( {
				stock: at( place % 2 === 0 ? 0 : 10 ),
			} ) );
		case 'every third at 0':
			return each( ( place ) => ( {
				stock: at( place % 3 === 0 ? 0 : 10 ),
			} ) );
		case 'reserved whole':
			return each( () => ( { stock: at( 10, 10 ) } ) );
		case 'archived':
			return each( () => ( { is_archived: true } ) );
		case 'half of it deleted':
			return OFFERS.filter( ( _, place ) => place % 2 === 0 );
		case 'empty':
			return [];
		case 'as it was':
			return OFFERS;
	}
}
