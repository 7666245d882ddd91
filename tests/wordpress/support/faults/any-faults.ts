/** Lists every fault of the demo KeyCRM that a reading client can meet. */
import * as fc from 'fast-check';
import type {
	BehaviourPatch,
	Fault,
	Scope,
} from '../../../support/keycrm-server';
import { ACCOUNTS, WAREHOUSE } from './fault-accounts';

/** The offers that the shop sells. */
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

/** Quick faults, which may also occur together. */
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
	{ kind: 'compressed' },
	{ kind: 'chunked_twice', bytes: 6000 },
	{ kind: 'content_length', by: 40 },
	{ kind: 'content_length', by: -40 },
	...ENVELOPES.map( ( change ): Fault => ( { kind: 'envelope', change } ) ),
	{ kind: 'envelope_says', fields: { total: 1e15 } },
	{ kind: 'envelope_says', fields: { per_page: 1 } },
	{ kind: 'envelope_says', fields: { last_page: 1e9 } },
	{ kind: 'envelope_says', fields: { last_page: 1 } },
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

/** Faults that take as long as the plugin waits, and faults that hit only writes, which a sync never sends. */
export const SLOW: readonly [ Fault, Scope ][] = [
	[ { kind: 'hang' }, { next: 1 } ],
	[ { kind: 'trickling_headers', every_ms: 200 }, { next: 1 } ],
	[ { kind: 'endless', part: 'headers' }, { next: 1 } ],
	[ { kind: 'endless', part: 'body' }, { next: 1 } ],
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

export const anyFaultScene = fc.record( {
	faults: fc.array( fc.tuple( fc.constantFrom( ...FAULTS ), scope ), {
		maxLength: 3,
	} ),
	behaviour: fc.constantFrom( ...BEHAVIOURS ),
	account: fc.constantFrom( ...ACCOUNTS ),
	chosen: fc.boolean(),
	whole: fc.boolean(),
} );
