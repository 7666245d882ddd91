import apiFetch, { type APIFetchOptions } from '@wordpress/api-fetch';
import type * as z from 'zod/mini';
import { ApiError } from './api-error';

/** Every answer is parsed, every failure is an ApiError. */
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
	// A broken promise of the server's is a fault for developers, who look here first.
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

/** The HTTP status and the body, if it is JSON, of a POST by nobody in particular: without cookies and nonce. */
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

/** A file as the server sends it, which is not JSON; a refusal is. */
export async function requestFile( path: string ): Promise< Blob > {
	try {
		return await fetchFile( path );
	} catch ( cause ) {
		if ( ! ApiError.from( cause ).needsLogin ) {
			throw cause;
		}
		// apiFetch renews an old nonce only for requests whose answers it parses itself.
		await fetchJson( { path: `${ ROOT }/runs/current` } );
		return fetchFile( path );
	}
}
