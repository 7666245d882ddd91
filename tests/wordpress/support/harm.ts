/** Everything that the demo KeyCRM can do wrong to one who only reads from it. */
import * as fc from 'fast-check';
import type {
	BehaviourPatch,
	Fault,
	OfferSeed,
	Scope,
} from '../../support/keycrm-server';

export const WAREHOUSE = 2;

/** Three pages; all of it in a warehouse that the owner has chosen. */
export const OFFERS: OfferSeed[] = Array.from(
	{ length: 120 },
	( _, place ) => ( {
		id: 1000 + place,
		sku: `H-${ place }`,
		stock: [ { warehouse_id: WAREHOUSE, quantity: 10 } ],
	} )
);

/** Those that the shop sells. */
const SOLD_OFFERS = Array.from( { length: 40 }, ( _, place ) => 1000 + place );

const status = ( code: number ): Fault => ( { kind: 'status', status: code } );
const rows = (
	set: NonNullable< Extract< Fault, { kind: 'row_fields' } >[ 'set' ] >,
	every?: number
): Fault => ( {
	kind: 'row_fields',
	set,
	...( every !== undefined && { every } ),
} );
const without = ( ...drop: string[] ): Fault => ( {
	kind: 'row_fields',
	drop,
} );

const BODIES = [
	'html',
	'empty',
	'truncated',
	'bom',
	'not_utf8',
	'content_type',
	'data_missing',
	'data_null',
	'data_object',
] as const;
const ENVELOPES = [
	'last_page_missing',
	'links_missing',
	'total_missing',
	'total_string',
	'current_page_wrong',
	'next_page_null',
] as const;

/** Cheap ones, which may also come together. */
export const FAULTS: readonly Fault[] = [
	...[ 400, 401, 403, 404, 414, 422, 429, 500, 502, 503 ].map( status ),
	{ kind: 'rate_limited' },
	{ kind: 'redirect' },
	{ kind: 'reset', when: 'before_answer' },
	{ kind: 'reset', when: 'in_body' },
	{ kind: 'slow', ms: 5 },
	{ kind: 'trickle', bytes: 4000, every_ms: 1 },
	...BODIES.map( ( change ): Fault => ( { kind: 'body', change } ) ),
	{ kind: 'oversized', bytes: 100_000 },
	...ENVELOPES.map( ( change ): Fault => ( { kind: 'envelope', change } ) ),
	{ kind: 'per_page', rows: 15 },
	{ kind: 'same_page' },
	{ kind: 'empty_page' },
	{ kind: 'total', by: -70 },
	{ kind: 'total', by: 3 },
	{ kind: 'shift', rows: 25 },
	{ kind: 'shift', rows: -25 },
	{ kind: 'shuffle' },
	rows( { quantity: 0, warehouse: [] } ),
	rows( { reserve: 1_000_000 } ),
	rows( { quantity: 0 }, 2 ),
	rows( { quantity: null } ),
	rows( { quantity: -5 } ),
	rows( { sku: null } ),
	rows( { sku: 'H-0' } ),
	rows( { id: 1000 } ),
	rows( { warehouse: [ { id: WAREHOUSE, quantity: 0, reserve: 0 } ] } ),
	rows( {
		warehouse: [ { id: 7, name: 'Other', quantity: 9, reserve: 0 } ],
	} ),
	without( 'quantity' ),
	without( 'reserve' ),
	without( 'warehouse' ),
	without( 'sku' ),
	without( 'id' ),
	{ kind: 'filters_ignored' },
	{ kind: 'filter_cut', after: 1 },
	{ kind: 'left_out', offer_ids: [ 1000, 1001, 1002, 1003, 1004 ] },
	{ kind: 'left_out', offer_ids: SOLD_OFFERS },
	{ kind: 'extra_rows', rows: 5 },
	{ kind: 'warehouse_gone', warehouse_id: WAREHOUSE },
	{ kind: 'sums_differ', by: -10 },
	{ kind: 'stock_moves', offer_id: 1000, warehouse_id: 1, quantity: 0 },
	{
		kind: 'offer_appears',
		offer: { sku: 'H-3', quantity: 0 },
		where: 'start',
	},
	{ kind: 'offer_vanishes', offer_id: 1003 },
];

/** One that takes as long as the plugin waits; and those that only hit writes, of which there are none. */
export const SLOW: readonly [ Fault, Scope ][] = [
	[ { kind: 'hang' }, { next: 1 } ],
	[ { kind: 'write', change: 'refused' }, {} ],
	[ { kind: 'write_late', ms: 1 }, {} ],
	[ { kind: 'write_part', rows: 1 }, {} ],
];

const BEHAVIOURS: readonly BehaviourPatch[] = [
	{},
	{},
	{ sku_match: 'partial' },
	{ archived_in_stocks: 'hidden' },
	{ inactive_warehouses: 'hidden' },
	{ untouched_warehouses: 'shown' },
	{ limit_above_50: 'refused' },
	{ longest_address: 300 },
];

const scope: fc.Arbitrary< Scope > = fc.constantFrom(
	{},
	{},
	{ after: 1 },
	{ page: 2 },
	{ next: 2 },
	{ after: 1, next: 1 }
);

/** What has happened to the account itself. */
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

export const anyHarm = fc.record( {
	faults: fc.array( fc.tuple( fc.constantFrom( ...FAULTS ), scope ), {
		maxLength: 3,
	} ),
	behaviour: fc.constantFrom( ...BEHAVIOURS ),
	account: fc.constantFrom( ...ACCOUNTS ),
	chosen: fc.boolean(),
	whole: fc.boolean(),
} );

/** The account's offers after that. */
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
