import apiFetch, { type APIFetchOptions } from '@wordpress/api-fetch';
import type * as z from 'zod/mini';
import { ApiError } from './api-error';
import {
	changeListSchema,
	connectionSchema,
	currentRunSchema,
	fixSchema,
	mismatchGroupsSchema,
	mismatchListSchema,
	orderSourcesSchema,
	runListSchema,
	runSchema,
	settingsSchema,
	warehousesSchema,
	type MismatchGroup,
	type Outcome,
	type SettingsPatch,
	type StartMode,
	undoReportSchema,
} from './contract';

/** The only file that knows the paths. Every answer is parsed, every failure is an ApiError. */
const ROOT = '/keycrm-stock/v1';

async function request< T >(
	schema: z.ZodMiniType< T >,
	options: APIFetchOptions
): Promise< T > {
	try {
		return schema.parse( await apiFetch( options ) );
	} catch ( cause ) {
		throw ApiError.from( cause );
	}
}

/** A file as the server sends it, which is not JSON. */
async function requestFile( path: string ): Promise< Blob > {
	try {
		const answer = await apiFetch< Response >( { path, parse: false } );
		return await answer.blob();
	} catch ( cause ) {
		throw ApiError.from(
			cause instanceof Response ? await cause.json() : cause
		);
	}
}

function withQuery(
	path: string,
	query: Record< string, string | number >
): string {
	const search = new URLSearchParams();
	for ( const [ name, value ] of Object.entries( query ) ) {
		if ( '' !== value ) {
			search.set( name, String( value ) );
		}
	}
	return `${ path }?${ search.toString() }`;
}

export const fetchSettings = () =>
	request( settingsSchema, { path: `${ ROOT }/settings` } );

export const saveSettings = ( data: SettingsPatch ) =>
	request( settingsSchema, {
		path: `${ ROOT }/settings`,
		method: 'POST',
		data,
	} );

/** Asks KeyCRM once, with this key or (empty) the saved one; saves nothing. */
export const testConnection = ( api_key: string ) =>
	request( connectionSchema, {
		path: `${ ROOT }/connection`,
		method: 'POST',
		data: '' === api_key ? {} : { api_key },
	} );

export const fetchWarehouses = () =>
	request( warehousesSchema, { path: `${ ROOT }/warehouses` } );

export const lookForWarehouses = ( page: number ) =>
	request( warehousesSchema, {
		path: `${ ROOT }/warehouses`,
		method: 'POST',
		data: { page },
	} );

export const fetchOrderSources = () =>
	request( orderSourcesSchema, { path: `${ ROOT }/order-sources` } );

export const fetchRuns = ( page: number, per_page: number ) =>
	request( runListSchema, {
		path: withQuery( `${ ROOT }/runs`, { page, per_page } ),
	} );

export const fetchCurrentRun = () =>
	request( currentRunSchema, { path: `${ ROOT }/runs/current` } );

export const startRun = ( mode: StartMode ) =>
	request( runSchema, {
		path: `${ ROOT }/runs`,
		method: 'POST',
		data: { mode },
	} );

/** Works on the run for a few seconds; where another worker holds it, only tells how it stands. */
export const stepRun = ( id: number ) =>
	request( runSchema, {
		path: `${ ROOT }/runs/${ id }/step`,
		method: 'POST',
	} );

export const confirmRun = ( id: number ) =>
	request( runSchema, {
		path: `${ ROOT }/runs/${ id }/confirm`,
		method: 'POST',
	} );

export const applyRun = ( id: number ) =>
	request( runSchema, {
		path: `${ ROOT }/runs/${ id }/apply`,
		method: 'POST',
	} );

/** What taking a run back would do. */
export const fetchUndo = ( id: number ) =>
	request( undoReportSchema, { path: `${ ROOT }/runs/${ id }/undo` } );

export const undoRun = ( id: number ) =>
	request( runSchema, {
		path: `${ ROOT }/runs/${ id }/undo`,
		method: 'POST',
	} );

/** Ends an active run, or drops one that waits for a decision. */
export const cancelRun = ( id: number ) =>
	request( runSchema, { path: `${ ROOT }/runs/${ id }`, method: 'DELETE' } );

export interface ChangesQuery {
	run_id: number;
	page: number;
	per_page: number;
	outcome: Outcome | '';
	search: string;
	order_by: string;
	order: 'asc' | 'desc' | '';
}

export const fetchChanges = ( { run_id, ...query }: ChangesQuery ) =>
	request( changeListSchema, {
		path: withQuery( `${ ROOT }/runs/${ run_id }/changes`, { ...query } ),
	} );

export const fetchMismatchGroups = () =>
	request( mismatchGroupsSchema, { path: `${ ROOT }/unmatched/groups` } );

export const fetchMismatches = ( query: {
	group: MismatchGroup;
	page: number;
	per_page: number;
} ) =>
	request( mismatchListSchema, {
		path: withQuery( `${ ROOT }/unmatched`, query ),
	} );

/** All of a group as a file of the server's. */
export const fetchMismatchFile = ( group: MismatchGroup ) =>
	requestFile( withQuery( `${ ROOT }/unmatched`, { group, format: 'csv' } ) );

export type FixAction = 'switch-on' | 'leave-alone' | 'include';

export const fixMismatches = ( action: FixAction, product_ids: number[] ) =>
	request( fixSchema, {
		path: `${ ROOT }/unmatched/${ action }`,
		method: 'POST',
		data: { product_ids },
	} );
