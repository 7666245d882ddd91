/** Any value that JSON can carry. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

export interface JsonObject {
	[ key: string ]: Json;
}

/**
 * Marks a string whose rest is printed as it stands, for JSON that
 * JavaScript cannot produce itself: `-0`, `12.50`, `1E3`.
 */
const LITERAL = '@literal:';

export function literal( text: string ): string {
	return LITERAL + text;
}

export function toJsonText( value: Json ): string {
	const text = JSON.stringify( value );
	return text.includes( LITERAL )
		? text.replace( /"@literal:([^"]*)"/g, '$1' )
		: text;
}

export function isObject(
	value: unknown
): value is { [ key: string ]: unknown } {
	return (
		'object' === typeof value && null !== value && ! Array.isArray( value )
	);
}

/** @return The decoded text; undefined if it is not JSON. */
export function parseJson( text: string ): unknown {
	try {
		const value: unknown = JSON.parse( text );
		return value;
	} catch {
		return undefined;
	}
}
