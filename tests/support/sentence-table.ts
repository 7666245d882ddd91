import type { Parts } from '../../src-admin/contract';

const MAIN = { id: 1, name: 'Main', quantity: 98, reserve: 8 };
const SHOP = { id: 2, name: 'Shop', quantity: 35, reserve: 3 };

const EMPTY: Parts = {
	warehouses: [],
	quantity: 0,
	reserve: 0,
	cuts: [],
	held: 0,
	held_orders: [],
	buffer: 0,
	buffer_from: 'shop',
	exact: 0,
	available: 0,
};

/** Sums from the server, with terms that the screen alone never makes. */
export const SENTENCES: readonly ( readonly [ Partial< Parts >, string ] )[] = [
	[
		{
			warehouses: [ MAIN, SHOP ],
			quantity: 133,
			reserve: 11,
			held: 2,
			held_orders: [ { id: 1042, quantity: 2 } ],
			buffer: 1,
			exact: 119,
			available: 119,
		},
		'98 + 35 in 2 warehouses, −11 reserved, −2 in orders KeyCRM does not hold yet (#1042), −1 buffer = 119 for sale',
	],
	[
		{
			warehouses: [ MAIN ],
			quantity: 98,
			held: 5,
			held_orders: [
				{ id: 7, quantity: 1 },
				{ id: 6, quantity: 1.5 },
			],
			exact: 93,
			available: 93,
		},
		'98 in Main, −5 in orders KeyCRM does not hold yet (#7, #6, …) = 93 for sale',
	],
	[
		{
			quantity: 9,
			buffer: 2,
			buffer_from: 'category',
			exact: 7,
			available: 7,
		},
		'9, −2 buffer of its category = 7 for sale',
	],
	[
		{
			quantity: 9,
			buffer: 1200,
			buffer_from: 'product',
			exact: -1191,
			available: 0,
		},
		'9, −1,200 buffer of this product = −1,191, so 0 for sale',
	],
	// A correction in KeyCRM can make the reserve negative.
	[
		{ quantity: 9, reserve: -3, exact: 12, available: 12 },
		'9, +3 reserved = 12 for sale',
	],
	// If KeyCRM's total is not the sum of its warehouses, the total counts.
	[
		{ warehouses: [ MAIN ], quantity: 99, exact: 99, available: 99 },
		'99 for sale',
	],
	[
		{ quantity: 133, reserve: 11, exact: 122, available: 122 },
		'133, −11 reserved = 122 for sale',
	],
];

export const partsOf = ( part: Partial< Parts > ): Parts => ( {
	...EMPTY,
	...part,
} );
