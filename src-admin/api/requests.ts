import {
	activitySchema,
	changeListSchema,
	connectionSchema,
	currentRunSchema,
	helpSchema,
	orderSourcesSchema,
	runListSchema,
	runSchema,
	settingsSchema,
	sourcesSchema,
	tickSchema,
	tickUrlSchema,
	warehousesSchema,
	productHistorySchema,
	productSyncSchema,
	productSyncSummarySchema,
	type Direction,
	type Outcome,
	type SettingsPatch,
	type StartMode,
	type TickTrial,
	undoReportSchema,
} from '../contract';
import {
	postAnonymously,
	request,
	requestFile,
	ROOT,
	withQuery,
} from './client';

/* Only this file, mismatches.ts and webhook.ts contain paths of REST routes. */

export const fetchSettings = () =>
	request( settingsSchema, { path: `${ ROOT }/settings` } );

export const saveSettings = ( data: SettingsPatch ) =>
	request( settingsSchema, {
		path: `${ ROOT }/settings`,
		method: 'POST',
		data,
	} );

/** Tests a key, or the saved one if it is empty. Saves nothing. */
export const testConnection = ( apiKey: string ) =>
	request( connectionSchema, {
		path: `${ ROOT }/connection`,
		method: 'POST',
		data: '' === apiKey ? {} : { api_key: apiKey },
	} );

/** Replaces the address for the server's scheduler; the old one stops working. */
export const renewTickToken = () =>
	request( tickUrlSchema, {
		path: `${ ROOT }/tick-token`,
		method: 'POST',
	} );

/** Calls the address as the server's scheduler does. Throws if the browser cannot reach it. */
export async function tryTick( tickUrl: string ): Promise< TickTrial > {
	const { status, json } = await postAnonymously( tickUrl );
	return { status, is_ours: tickSchema.safeParse( json ).success };
}

export const fetchWarehouses = () =>
	request( warehousesSchema, { path: `${ ROOT }/warehouses` } );

export const searchWarehouses = ( page: number ) =>
	request( warehousesSchema, {
		path: `${ ROOT }/warehouses`,
		method: 'POST',
		data: { page },
	} );

export const fetchOrderSources = () =>
	request( orderSourcesSchema, { path: `${ ROOT }/order-sources` } );

/** Without refreshes, of which a busy shop has hundreds a day. */
export const fetchRuns = ( page: number, perPage: number ) =>
	request( runListSchema, {
		path: withQuery( `${ ROOT }/runs`, {
			page,
			per_page: perPage,
			refreshes: 'false',
		} ),
	} );

export const fetchRun = ( id: number ) =>
	request( runSchema, { path: `${ ROOT }/runs/${ id }` } );

/** The last 24 hours. */
export const fetchActivity = () =>
	request( activitySchema, { path: `${ ROOT }/activity` } );

export const fetchCurrentRun = () =>
	request( currentRunSchema, { path: `${ ROOT }/runs/current` } );

export const startRun = ( mode: StartMode ) =>
	request( runSchema, {
		path: `${ ROOT }/runs`,
		method: 'POST',
		data: { mode },
	} );

/** Works on the run for a few seconds. If another worker holds the lease, only returns its state. */
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

/** What an undo of the run would do. */
export const fetchUndo = ( id: number ) =>
	request( undoReportSchema, { path: `${ ROOT }/runs/${ id }/undo` } );

export const undoRun = ( id: number ) =>
	request( runSchema, {
		path: `${ ROOT }/runs/${ id }/undo`,
		method: 'POST',
	} );

/** Cancels an active run, or one that waits for a decision. */
export const cancelRun = ( id: number ) =>
	request( runSchema, { path: `${ ROOT }/runs/${ id }`, method: 'DELETE' } );

export interface ChangesFilter {
	/** `all`: the changes of all runs. */
	run_id: number | 'all';
	outcome: Outcome | '';
	direction: Direction | '';
	/** Part of a product's name or SKU. */
	search: string;
	/** ISO 8601; `from` is inclusive, `until` exclusive, empty means no limit. */
	from: string;
	until: string;
}

export interface ChangesQuery extends ChangesFilter {
	page: number;
	per_page: number;
	order_by: string;
	order: 'asc' | 'desc' | '';
}

const changesPath = ( runId: number | 'all' ): string =>
	'all' === runId ? `${ ROOT }/changes` : `${ ROOT }/runs/${ runId }/changes`;

export const fetchChanges = ( { run_id: runId, ...query }: ChangesQuery ) =>
	request( changeListSchema, {
		path: withQuery( changesPath( runId ), { ...query } ),
	} );

/** All matching changes as CSV. */
export const fetchChangesFile = ( {
	run_id: runId,
	...filter
}: ChangesFilter ) =>
	requestFile(
		withQuery( changesPath( runId ), { ...filter, format: 'csv' } )
	);

export const fetchHelp = () =>
	request( helpSchema, { path: `${ ROOT }/help` } );

export const fetchSources = () =>
	request( sourcesSchema, { path: `${ ROOT }/sources` } );

/** The quantities of a product over the last 30 days. */
export const fetchHistory = ( productId: number ) =>
	request( productHistorySchema, {
		path: `${ ROOT }/products/${ productId }/history`,
	} );

const productSync = ( productId: number ) => ( {
	path: `${ ROOT }/products/${ productId }/sync`,
	method: 'POST',
} );

/** Asks KeyCRM for the product and its variations now, and writes what it has for sale. */
export const syncProduct = ( productId: number ) =>
	request( productSyncSchema, productSync( productId ) );

/** The same for a list, which shows the summary only. */
export const syncProductOfList = ( productId: number ) =>
	request( productSyncSummarySchema, productSync( productId ) );
