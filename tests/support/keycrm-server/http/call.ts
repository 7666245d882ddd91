import type { IncomingMessage } from 'node:http';

/** A request to the API, parsed but not yet checked. */
export interface Call {
	method: string;
	/** Without `/v1` and the query, for example `/offers/stocks`. */
	path: string;
	/** Path and query as sent. */
	address: string;
	query: ReadonlyMap< string, string >;
	headers: Record< string, string >;
	body: string;
}

export async function readCall(
	request: IncomingMessage,
	prefix: string
): Promise< Call > {
	const address = request.url ?? '/';
	const [ whole_path = '/', query = '' ] = splitOnce( address, '?' );
	return {
		method: request.method ?? 'GET',
		path: whole_path.slice( prefix.length ) || '/',
		address,
		query: new Map( new URLSearchParams( query ) ),
		headers: headersOf( request ),
		body: await bodyOf( request ),
	};
}

function splitOnce( text: string, separator: string ): string[] {
	const at = text.indexOf( separator );
	return at < 0 ? [ text ] : [ text.slice( 0, at ), text.slice( at + 1 ) ];
}

function headersOf( request: IncomingMessage ): Record< string, string > {
	const headers: Record< string, string > = {};
	for ( const [ name, value ] of Object.entries( request.headers ) ) {
		if ( undefined !== value ) {
			headers[ name ] = Array.isArray( value )
				? value.join( ', ' )
				: value;
		}
	}
	return headers;
}

async function bodyOf( request: IncomingMessage ): Promise< string > {
	let text = '';
	request.setEncoding( 'utf8' );
	for await ( const part of request ) {
		text += String( part );
	}
	return text;
}

/** @return The values of a comma list, or null if the filter is missing. */
export function commaList( call: Call, name: string ): string[] | null {
	const value = call.query.get( name );
	return undefined === value ? null : value.split( ',' );
}
