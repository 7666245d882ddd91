import type { EditableSettings, Parts } from '../../src-admin/contract';

type Row = Parts[ 'warehouses' ][ number ];

/** KeyCRM's rows, the owner's settings, and the expected sentence. PHP and TypeScript must agree. */
export interface SumCase {
	readonly rows: readonly Row[];
	readonly rule: Partial< EditableSettings >;
	readonly says: string;
}

const MAIN: Row = { id: 1, name: 'Main', quantity: 98, reserve: 8 };
const SHOP: Row = { id: 2, name: 'Shop', quantity: 35, reserve: 3 };
const REPAIRS: Row = { id: 3, name: 'Repairs', quantity: 4, reserve: 9 };
const ROWS = [ MAIN, SHOP, REPAIRS ];

const of = ( quantity: number, reserve = 0, id = 1 ): Row => ( {
	id,
	name: `W${ id }`,
	quantity,
	reserve,
} );
const ceiling = ( warehouse_id: number, pieces: number ) => ( {
	warehouse_id,
	kind: 'ceiling' as const,
	percent: 0,
	pieces,
} );
const share = ( warehouse_id: number, percent: number ) => ( {
	warehouse_id,
	kind: 'share' as const,
	percent,
	pieces: 0,
} );
const row = (
	rows: readonly Row[],
	rule: SumCase[ 'rule' ],
	says: string
): SumCase => ( { rows, rule, says } );

export const SUM_CASES: readonly SumCase[] = [
	row(
		ROWS,
		{ warehouse_ids: [ 1, 2 ] },
		'98 + 35 in 2 warehouses, −11 reserved = 122 for sale'
	),
	row(
		ROWS,
		{ warehouse_ids: [ 1, 2 ], buffer: 2 },
		'98 + 35 in 2 warehouses, −11 reserved, −2 buffer = 120 for sale'
	),
	row(
		ROWS,
		{ warehouse_ids: [ 1, 2 ], subtract_reserve: false },
		'98 + 35 in 2 warehouses = 133 for sale'
	),
	row( ROWS, {}, '98 + 35 + 4 in 3 warehouses, −20 reserved = 117 for sale' ),
	row(
		ROWS,
		{ warehouse_ids: [ 3 ] },
		'4 in Repairs, −9 reserved = −5, so 0 for sale'
	),
	row(
		ROWS,
		{ warehouse_ids: [ 3 ], allow_negative: true },
		'4 in Repairs, −9 reserved = −5 for sale'
	),
	row( ROWS, { warehouse_ids: [ 7 ] }, '0 for sale' ),
	row( [], {}, '0 for sale' ),
	row( [], { buffer: 3 }, '0, −3 buffer = −3, so 0 for sale' ),
	row(
		[ { ...of( 12.5 ), name: '' } ],
		{},
		'12.5, rounded down to 12 for sale'
	),
	row(
		[ of( 12.5 ) ],
		{ allow_negative: true, buffer: 13 },
		'12.5 in W1, −13 buffer = −0.5, rounded down to −1 for sale'
	),
	row(
		[ of( 0.1 ), of( 0.2, 0, 2 ), of( 0.7, 0, 3 ) ],
		{},
		'0.1 + 0.2 + 0.7 in 3 warehouses = 1 for sale'
	),
	row(
		[ of( 1234.5678 ) ],
		{ buffer: 1234 },
		'1,234.5678 in W1, −1,234 buffer = 0.5678, rounded down to 0 for sale'
	),

	// At most 2 pieces of the showroom.
	row(
		ROWS,
		{ warehouse_ids: [ 1, 2 ], warehouse_limits: [ ceiling( 2, 2 ) ] },
		'98 + 35 in 2 warehouses, −11 reserved, −30 not offered from Shop (at most 2) = 92 for sale'
	),
	row(
		[ of( 1 ), of( 5, 0, 2 ) ],
		{ warehouse_limits: [ ceiling( 1, 2 ) ] },
		'1 + 5 in 2 warehouses = 6 for sale'
	),
	row(
		[ of( 5 ), of( 5, 0, 2 ) ],
		{ warehouse_limits: [ ceiling( 1, 0 ), ceiling( 9, 0 ) ] },
		'5 + 5 in 2 warehouses, −5 not offered from W1 (at most 0) = 5 for sale'
	),
	// The limit applies to free pieces, not to all pieces in the warehouse.
	row(
		[ of( 5, 4 ) ],
		{ warehouse_limits: [ ceiling( 1, 2 ) ] },
		'5 in W1, −4 reserved = 1 for sale'
	),
	row(
		[ of( 5, 4 ) ],
		{ warehouse_limits: [ ceiling( 1, 2 ) ], subtract_reserve: false },
		'5 in W1, −3 not offered from W1 (at most 2) = 2 for sale'
	),
	// Half of the market stall, rounded down to whole pieces.
	row(
		[ of( 10 ), of( 5, 0, 2 ), of( 5, 0, 3 ) ],
		{ warehouse_limits: [ share( 2, 50 ), share( 3, 50 ) ] },
		'10 + 5 + 5 in 3 warehouses, −3 not offered from W2 (only 50% of it), −3 not offered from W3 (only 50% of it) = 14 for sale'
	),
	row(
		[ of( 5 ) ],
		{ warehouse_limits: [ share( 1, 0 ) ] },
		'5 in W1, −5 not offered from W1 (only 0% of it) = 0 for sale'
	),
	row(
		[ of( 5 ) ],
		{ warehouse_limits: [ share( 1, 100 ) ] },
		'5 in W1 = 5 for sale'
	),
	// In binary fractions 0.7 × 10 is 6.999…
	row(
		[ of( 10 ) ],
		{ warehouse_limits: [ share( 1, 70 ) ] },
		'10 in W1, −3 not offered from W1 (only 70% of it) = 7 for sale'
	),
	// A limit never reduces a warehouse's negative number.
	row(
		[ of( 10 ), of( 1, 4, 2 ) ],
		{ warehouse_limits: [ share( 2, 50 ), ceiling( 1, 6 ) ] },
		'10 + 1 in 2 warehouses, −4 reserved, −4 not offered from W1 (at most 6) = 3 for sale'
	),
	// A limit of a warehouse that is not selected has no effect.
	row(
		ROWS,
		{ warehouse_ids: [ 2 ], warehouse_limits: [ ceiling( 1, 0 ) ] },
		'35 in Shop, −3 reserved = 32 for sale'
	),
];
