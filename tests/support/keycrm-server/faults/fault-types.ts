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

/** Which requests a fault hits; an empty scope means all, for ever. */
export const scopeSchema = z.strictObject( {
	/** Only so many requests, then the fault is over. */
	next: z.number().optional(),
	/** Leaves so many matching requests in peace first. */
	after: z.number().optional(),
	/** Only lists asked for this page. */
	page: z.number().optional(),
	endpoint: endpointSchema.optional(),
} );

export type Scope = z.infer< typeof scopeSchema >;

/** An answer instead of the true one. */
const answers = [
	z.object( {
		kind: z.literal( 'status' ),
		status: z.number(),
		/** Without it what is likely for the status: nginx for 414, 502, 504. */
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
		/** Without it a login page of this server. */
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
	/** Pads the JSON with spaces to so many bytes. */
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
	/** Fields around the rows that say something else than the truth. */
	z.object( {
		kind: z.literal( 'envelope_says' ),
		fields: z.record( z.string(), z.json() ),
	} ),
	z.object( { kind: z.literal( 'per_page' ), rows: z.number() } ),
	/** The rows of page 1, whatever page was asked for. */
	z.object( { kind: z.literal( 'same_page' ) } ),
	z.object( { kind: z.literal( 'empty_page' ) } ),
	/** `total` is off by so many rows. */
	z.object( { kind: z.literal( 'total' ), by: z.number() } ),
	/** Moves the pages along the list: + skips rows, − repeats them. */
	z.object( { kind: z.literal( 'shift' ), rows: z.number() } ),
	/** Another order of all rows for each request. */
	z.object( { kind: z.literal( 'shuffle' ) } ),
	/** Overwrites or drops fields of each row, or of every nth. */
	z.object( {
		kind: z.literal( 'row_fields' ),
		set: z.record( z.string(), z.json() ).optional(),
		drop: z.array( z.string() ).optional(),
		every: z.number().optional(),
	} ),
	z.object( { kind: z.literal( 'filters_ignored' ) } ),
	/** Only the first so many values of a comma list are looked at. */
	z.object( { kind: z.literal( 'filter_cut' ), after: z.number() } ),
	/** Lists without a filter by id lack these offers, and count them out: whole in itself, and wrong. */
	z.object( {
		kind: z.literal( 'left_out' ),
		offer_ids: z.array( z.number() ),
	} ),
	/** So many rows that were not asked for. */
	z.object( { kind: z.literal( 'extra_rows' ), rows: z.number() } ),
] as const;

const warehouses = [
	/** The warehouse leaves every `warehouse[]`; totals stay. */
	z.object( {
		kind: z.literal( 'warehouse_gone' ),
		warehouse_id: z.number(),
	} ),
	/** The totals are so much more than the sum of the warehouses. */
	z.object( { kind: z.literal( 'sums_differ' ), by: z.number() } ),
] as const;

/** Changes of the account at the moment a matching request arrives. */
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
	/** Only the first so many rows are written. */
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
