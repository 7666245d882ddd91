import apiFetch, { type APIFetchOptions } from '@wordpress/api-fetch';
import type * as z from 'zod/mini';
import { ApiError } from './api-error';

/** All requests go through this file: it checks each response and turns each failure into an ApiError. */
export const ROOT = '/keycrm-stock/v1';

export async function request< T >(
	schema: z.ZodMiniType< T >,
	options: APIFetchOptions
): Promise< T > {
	const answer = await fetchJson( options );
	const parsed = schema.safeParse( answer );
	if ( parsed.success ) {
		return parsed.data;
	}
	const issues = parsed.error.issues
		.map( ( { path, message } ) => `${ path.join( '.' ) }: ${ message }` )
		.join( '\n' );
	// A response that does not match the contract is a bug, and developers look into the console first.
	// eslint-disable-next-line no-console
	console.error(
		`Stock Sync for KeyCRM: ${ options.path } does not keep the contract.\n${ issues }`,
		answer
	);
	throw ApiError.notUnderstood( `${ options.path }\n${ issues }` );
}

async function fetchJson( options: APIFetchOptions ): Promise< unknown > {
	try {
		return await apiFetch( options );
	} catch ( cause ) {
		throw ApiError.from( cause );
	}
}

export function withQuery(
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

/** Sends a POST without cookies and nonce, as the server's scheduler does. `json` is null if the body is not JSON. */
export async function postAnonymously(
	url: string
): Promise< { status: number; json: unknown } > {
	const answer = await window.fetch( url, {
		method: 'POST',
		credentials: 'omit',
		cache: 'no-store',
	} );
	const json: unknown = await answer.json().catch( () => null );
	return { status: answer.status, json };
}

const isResponse = ( cause: unknown ): cause is Response =>
	'object' === typeof cause && null !== cause && 'json' in cause;

async function fetchFile( path: string ): Promise< Blob > {
	try {
		const answer = await apiFetch< Response >( { path, parse: false } );
		return await answer.blob();
	} catch ( cause ) {
		throw ApiError.from( isResponse( cause ) ? await cause.json() : cause );
	}
}

/** Downloads a file. Only an error is JSON. */
export async function requestFile( path: string ): Promise< Blob > {
	try {
		return await fetchFile( path );
	} catch ( cause ) {
		if ( ! ApiError.from( cause ).needsLogin ) {
			throw cause;
		}
		// apiFetch renews the nonce only if it parses the response itself, so we send such a request first.
		await fetchJson( { path: `${ ROOT }/runs/current` } );
		return fetchFile( path );
	}
}
