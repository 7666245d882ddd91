/**
 * Talks to a shop over HTTP, the same way in every world.
 */
import { answerOf } from './answer';
import { assertContract } from './rest-contract';

export type Role =
	| 'admin'
	| 'shop_manager'
	| 'editor'
	| 'customer'
	| 'subscriber'
	| 'guest';

export interface ShopRequest {
	readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
	/** Strings and bytes are sent as they are, anything else as JSON. */
	readonly body?: unknown;
	readonly headers?: Record< string, string >;
	/** The user of the request; default: a guest. No nonce is needed. */
	readonly as?: Role;
}

export interface ShopResponse {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	/** The body decoded as JSON; undefined if it is not JSON. */
	readonly json: unknown;
}

function encode(
	body: unknown
): [ BodyInit | null, Record< string, string > ] {
	if ( body === undefined ) {
		return [ null, {} ];
	}
	if ( typeof body === 'string' ) {
		return [ body, {} ];
	}
	if ( body instanceof Uint8Array ) {
		return [ new Uint8Array( body ), {} ];
	}
	return [ JSON.stringify( body ), { 'Content-Type': 'application/json' } ];
}

function parse( text: string ): unknown {
	try {
		return JSON.parse( text );
	} catch {
		return undefined;
	}
}

/** Sends a request without following redirects. An answer of our routes must match src-admin/contract. */
export async function request(
	shop: { readonly url: string; readonly secret: string },
	path: string,
	options: ShopRequest = {}
): Promise< ShopResponse > {
	const [ body, type ] = encode( options.body );
	const who =
		options.as === undefined || options.as === 'guest'
			? undefined
			: { 'X-Test-Secret': shop.secret, 'X-Test-User': options.as };
	const method = options.method ?? 'GET';
	const response = await fetch( shop.url + path, {
		method,
		redirect: 'manual',
		body,
		headers: { ...type, ...who, ...options.headers },
	} );
	const text = await response.text();
	const answer = {
		status: response.status,
		headers: response.headers,
		text,
		json: parse( text ),
	};
	assertContract( method, path, answer );
	return answer;
}

/** Runs PHP code in the shop and returns its value. */
export async function php(
	shop: { readonly url: string; readonly secret: string },
	code: string
): Promise< unknown > {
	const response = await request( shop, '/', {
		method: 'POST',
		body: code.replace( /^<\?php\s/, '' ),
		headers: {
			'X-Test-Secret': shop.secret,
			'X-Test-Php': '1',
			'Content-Type': 'text/plain',
		},
	} );
	return answerOf( response.text );
}
