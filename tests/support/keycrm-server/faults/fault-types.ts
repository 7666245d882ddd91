import { z } from 'zod';
import { retryAfterSchema } from '../behaviour';
import { offerSeedSchema } from '../seeds/seed-types';
import { transport } from './transport-faults';

const ENDPOINTS = [
	'GET /offers/stocks',
	'PUT /offers/stocks',
	'GET /offers',
	'PUT /offers',
	'GET /products',
	'POST /products',
	'POST /products/import',
	'GET /products/categories',
	'GET /products/{id}',
	'PUT /products/{id}',
	'POST /products/{id}/offers',
	'GET /order',
	'GET /order/{id}',
	'GET /order/source',
	'GET /order/status',
] as const;

export const endpointSchema = z.enum( ENDPOINTS );

export type Endpoint = z.infer< typeof endpointSchema >;

/** The requests that a fault affects. An empty scope means all of them, without end. */
export const scopeSchema = z.strictObject( {
	/** The fault ends after this many requests. */
	next: z.number().optional(),
	/** The fault begins after this many matching requests. */
	after: z.number().optional(),
	/** Only requests for this page of a list. */
	page: z.number().optional(),
	endpoint: endpointSchema.optional(),
} );

export type Scope = z.infer< typeof scopeSchema >;

/** Faults that replace the answer. */
const answers = [
	z.object( {
		kind: z.literal( 'status' ),
		status: z.number(),
		/** Default: the likely body for the status, such as nginx's page for 414, 502 and 504. */
		body: z.enum( [ 'json', 'html', 'empty' ] ).optional(),
		message: z.string().optional(),
	} ),
	z.object( {
		kind: z.literal( 'rate_limited' ),
		retry_after: retryAfterSchema.optional(),
		body: z.enum( [ 'json', 'html', 'empty' ] ).optional(),
	} ),
	z.object( {
		kind: z.literal( 'redirect' ),
		status: z.number().optional(),
		/** Default: a login page of this server. */
		to: z.string().optional(),
	} ),
] as const;

const bodies = [
	z.object( {
		kind: z.literal( 'body' ),
		change: z.enum( [
			'html',
			'empty',
			'truncated',
			'bom',
			'not_utf8',
			'content_type',
			'data_missing',
			'data_null',
			'data_object',
		] ),
	} ),
	/** Pads the JSON with spaces to this many bytes. */
	z.object( { kind: z.literal( 'oversized' ), bytes: z.number() } ),
] as const;

const lists = [
	z.object( {
		kind: z.literal( 'envelope' ),
		change: z.enum( [
			'last_page_missing',
			'links_missing',
			'total_missing',
			'total_string',
			'current_page_wrong',
			'next_page_null',
		] ),
	} ),
	/** Wrong values of fields around the rows. */
	z.object( {
		kind: z.literal( 'envelope_says' ),
		fields: z.record( z.string(), z.json() ),
	} ),
	z.object( { kind: z.literal( 'per_page' ), rows: z.number() } ),
	/** Each page shows the rows of page 1. */
	z.object( { kind: z.literal( 'same_page' ) } ),
	z.object( { kind: z.literal( 'empty_page' ) } ),
	/** `total` is too high by this many rows. */
	z.object( { kind: z.literal( 'total' ), by: z.number() } ),
	/** Moves the pages along the list: + skips rows, − repeats them. */
	z.object( { kind: z.literal( 'shift' ), rows: z.number() } ),
	/** Each request gets the rows in another order. */
	z.object( { kind: z.literal( 'shuffle' ) } ),
	/** Overwrites or drops fields of each row, or of every nth. */
	z.object( {
		kind: z.literal( 'row_fields' ),
		set: z.record( z.string(), z.json() ).optional(),
		drop: z.array( z.string() ).optional(),
		every: z.number().optional(),
	} ),
	z.object( { kind: z.literal( 'filters_ignored' ) } ),
	/** Uses only this many values of a comma list. */
	z.object( { kind: z.literal( 'filter_cut' ), after: z.number() } ),
	/** Lists without a filter by id lack these offers, also in `total`. So the list looks complete but is not. */
	z.object( {
		kind: z.literal( 'left_out' ),
		offer_ids: z.array( z.number() ),
	} ),
	/** Adds this many rows that were not asked for. */
	z.object( { kind: z.literal( 'extra_rows' ), rows: z.number() } ),
] as const;

const warehouses = [
	/** Removes the warehouse from every `warehouse[]`; totals stay. */
	z.object( {
		kind: z.literal( 'warehouse_gone' ),
		warehouse_id: z.number(),
	} ),
	/** The totals exceed the sum of the warehouses by this much. */
	z.object( { kind: z.literal( 'sums_differ' ), by: z.number() } ),
] as const;

/** Changes of the account when a matching request arrives. */
const changes = [
	z.object( {
		kind: z.literal( 'stock_moves' ),
		offer_id: z.number(),
		warehouse_id: z.number(),
		quantity: z.number(),
	} ),
	z.object( {
		kind: z.literal( 'offer_appears' ),
		offer: offerSeedSchema,
		where: z.enum( [ 'start', 'end' ] ),
	} ),
	z.object( {
		kind: z.literal( 'offer_vanishes' ),
		offer_id: z.number(),
	} ),
] as const;

const writes = [
	z.object( {
		kind: z.literal( 'write' ),
		change: z.enum( [
			'refused',
			'status_false',
			'not_applied',
			'applied_then_reset',
			'applied_then_500',
		] ),
	} ),
	/** Milliseconds of the movable clock. */
	z.object( { kind: z.literal( 'write_late' ), ms: z.number() } ),
	/** Writes only this many rows. */
	z.object( { kind: z.literal( 'write_part' ), rows: z.number() } ),
] as const;

export const faultSchema = z.discriminatedUnion( 'kind', [
	...answers,
	...transport,
	...bodies,
	...lists,
	...warehouses,
	...changes,
	...writes,
] );

export type Fault = z.infer< typeof faultSchema >;
export type FaultKind = Fault[ 'kind' ];
export type FaultOf< K extends FaultKind > = Extract< Fault, { kind: K } >;
