import { z } from 'zod';
import type { KeyCrmOptions, KeyCrmServer } from '../../support/keycrm-server';
import { startKeyCrm } from '../../support/keycrm-server';

const rowSchema = z.looseObject( {
	id: z.number(),
	sku: z.string().nullable().optional(),
	quantity: z.unknown().optional(),
	reserve: z.unknown().optional(),
	warehouse: z
		.array(
			z.object( {
				id: z.number(),
				name: z.string(),
				quantity: z.number(),
				reserve: z.number(),
			} )
		)
		.optional(),
} );

const pageSchema = z.looseObject( {
	current_page: z.number(),
	data: z.array( rowSchema ),
	per_page: z.number(),
	total: z.unknown(),
} );

export type Page = z.infer< typeof pageSchema >;

export interface Answer {
	status: number;
	headers: Headers;
	text: string;
	/** undefined if the body is not JSON. */
	json: unknown;
	/** @throws Error Where the answer is not a list. */
	page: () => Page;
	ids: () => number[];
}

const servers: KeyCrmServer[] = [];

/** Starts a server that `stopAll()` stops. It has no rate limit unless the test sets one. */
export async function start(
	options: KeyCrmOptions = {}
): Promise< KeyCrmServer > {
	const server = await startKeyCrm( {
		...options,
		behaviour: { limit_per_minute: null, ...options.behaviour },
	} );
	servers.push( server );
	return server;
}

export async function stopAll(): Promise< void > {
	await Promise.all( servers.splice( 0 ).map( ( one ) => one.stop() ) );
}

/** Sends a GET request with the right key. */
export function get(
	server: KeyCrmServer,
	path: string,
	query: Record< string, string | number > = {}
): Promise< Answer > {
	const search = new URLSearchParams();
	for ( const [ name, value ] of Object.entries( query ) ) {
		search.set( name, String( value ) );
	}
	return ask( server, 'GET', `${ path }?${ search }` );
}

export function stocks(
	server: KeyCrmServer,
	query: Record< string, string | number > = {}
): Promise< Answer > {
	return get( server, '/offers/stocks', query );
}

export function send(
	server: KeyCrmServer,
	method: 'PUT' | 'POST',
	path: string,
	body: object
): Promise< Answer > {
	return ask( server, method, path, JSON.stringify( body ) );
}

/** Calls the control address. */
export async function control(
	server: KeyCrmServer,
	action: string,
	body: object = {}
): Promise< Answer > {
	const response = await fetch( `${ server.origin }/control/${ action }`, {
		method: 'POST',
		body: JSON.stringify( body ),
	} );
	return toAnswer( response );
}

async function ask(
	server: KeyCrmServer,
	method: string,
	path: string,
	body: string | null = null
): Promise< Answer > {
	const response = await fetch( server.url + path, {
		method,
		body,
		redirect: 'manual',
		headers: {
			Accept: 'application/json',
			Authorization: `Bearer ${ server.key }`,
		},
	} );
	return toAnswer( response );
}

async function toAnswer( response: Response ): Promise< Answer > {
	const bytes = new Uint8Array( await response.arrayBuffer() );
	// `text()` would swallow a byte order mark.
	const text = new TextDecoder( 'utf-8', { ignoreBOM: true } ).decode(
		bytes
	);
	let json: unknown;
	try {
		json = JSON.parse( text );
	} catch {
		json = undefined;
	}
	const page = () => pageSchema.parse( json );
	return {
		status: response.status,
		headers: response.headers,
		text,
		json,
		page,
		ids: () => page().data.map( ( { id } ) => id ),
	};
}

/** @return So many offers with SKUs A1, A2, … and ids 1, 2, … */
export function offers( count: number ) {
	return {
		offers: Array.from( { length: count }, ( _, place ) => ( {
			id: place + 1,
			sku: `A${ place + 1 }`,
			quantity: place,
		} ) ),
	};
}
