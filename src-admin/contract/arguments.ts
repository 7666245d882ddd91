/**
 * Arguments that the REST routes take. `plugin/contract/arguments.json` is made of them, and PHP's routes read it, so
 * limits and defaults are written here alone. An empty text stands for "not chosen".
 */
import * as z from 'zod/mini';
import { directionSchema } from './change';
import { intWithin, MAX_ID, outcomeSchema } from './common';
import { mismatchGroupSchema } from './mismatch';

/** Keeps the offset in SQL within 64 bits. */
const LAST_PAGE = 1_000_000;
const MOST_PER_PAGE = 100;

const paging = {
	page: z._default( intWithin( { min: 1, max: LAST_PAGE } ), 1 ),
	per_page: z._default( intWithin( { min: 1, max: MOST_PER_PAGE } ), 20 ),
};

const choice = < const Values extends readonly string[] >( values: Values ) =>
	z._default( z.enum( [ '', ...values ] ), '' );

const format = choice( [ 'json', 'csv' ] );

export const ARGUMENTS = {
	/** GET /runs. A busy shop has hundreds of refreshes a day, between which a list would hide the syncs. */
	runs: z.object( {
		...paging,
		refreshes: z._default( z.boolean(), true ),
	} ),
	/** POST /runs. */
	run_start: z.object( {
		mode: z.enum( [
			'sync',
			'preview',
			'fill',
			'create_in_keycrm',
			'create_in_shop',
		] ),
	} ),
	/** GET /changes and /runs/{id}/changes. */
	changes: z.object( {
		...paging,
		outcome: choice( outcomeSchema.options ),
		direction: choice( directionSchema.options ),
		order_by: choice( [
			'time',
			'name',
			'sku',
			'before',
			'after',
			'difference',
		] ),
		order: choice( [ 'asc', 'desc' ] ),
		format,
		from: z.optional( z.iso.datetime() ),
		until: z.optional( z.iso.datetime() ),
		product: z.optional( intWithin( { min: 0, max: MAX_ID } ) ),
		search: z.optional( z.string().check( z.maxLength( 200 ) ) ),
	} ),
	/** GET /unmatched. */
	mismatches: z.object( {
		...paging,
		group: z._default( mismatchGroupSchema, 'near_miss' ),
		format,
	} ),
	/** POST /unmatched/switch-on and the other repairs. */
	products: z.object( {
		product_ids: z._default(
			z
				.array( intWithin( { min: 1, max: MAX_ID } ) )
				.check( z.maxLength( MOST_PER_PAGE ) ),
			[]
		),
	} ),
	/** GET /activity. A week at most. */
	activity: z.object( {
		hours: z._default( intWithin( { min: 1, max: 168 } ), 24 ),
	} ),
	/** POST /warehouses: which page of KeyCRM's stocks to look at. */
	warehouses: z.object( { page: paging.page } ),
	/** GET /products/{id}/history. */
	history: z.object( {
		days: z._default( intWithin( { min: 1, max: 365 } ), 30 ),
	} ),
	/** POST /connection. */
	connection: z.object( { api_key: z.optional( z.string() ) } ),
	/** POST /settings, beside any part of the settings. `site_moved`: the shop has moved to this address, and is no copy. */
	settings: z.object( {
		api_key: z.optional( z.string() ),
		site_moved: z.optional( z.boolean() ),
	} ),
};
