import apiFetch, { type APIFetchOptions } from '@wordpress/api-fetch';
import type * as z from 'zod/mini';
import { ApiError } from './api-error';

/** Every answer is parsed, every failure is an ApiError. */
export const ROOT = '/keycrm-stock/v1';

export async function request< T >(
	schema: z.ZodMiniType< T >,
	options: APIFetchOptions
): Promise< T > {
	try {
		return schema.parse( await apiFetch( options ) );
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

const isResponse = ( cause: unknown ): cause is Response =>
	'object' === typeof cause && null !== cause && 'json' in cause;

/** A file as the server sends it, which is not JSON; a refusal is. */
export async function requestFile( path: string ): Promise< Blob > {
	try {
		const answer = await apiFetch< Response >( { path, parse: false } );
		return await answer.blob();
	} catch ( cause ) {
		throw ApiError.from( isResponse( cause ) ? await cause.json() : cause );
	}
}
