import type { Json, JsonObject } from '../json';

export interface Reply {
	status: number;
	headers: Record< string, string >;
	content: { json: Json } | { text: string; type: string };
}

export function json( status: number, value: Json ): Reply {
	return { status, headers: {}, content: { json: value } };
}

export function message( status: number, text: string ): Reply {
	return json( status, { message: text } );
}

/** Laravel's answer to an invalid body; keys look like `stocks.0.quantity`. */
export function invalid( errors: Record< string, string > ): Reply {
	const lists: JsonObject = {};
	for ( const [ field, text ] of Object.entries( errors ) ) {
		lists[ field ] = [ text ];
	}
	const [ first ] = Object.values( errors );
	return json( 422, {
		message: first ?? 'The given data was invalid.',
		errors: lists,
	} );
}

/** The same refusal, without saying which fields are wrong. */
export function withoutFields( reply: Reply ): Reply {
	const { content } = reply;
	const body = 'json' in content ? content.json : null;
	return body && 'object' === typeof body && 'errors' in body
		? {
				...reply,
				content: { json: { message: body[ 'message' ] ?? '' } },
		  }
		: reply;
}

const REASONS: Record< number, string > = {
	400: 'Bad Request',
	401: 'Unauthorized',
	402: 'Payment Required',
	403: 'Forbidden',
	404: 'Not Found',
	408: 'Request Timeout',
	414: 'Request-URI Too Large',
	422: 'Unprocessable Content',
	425: 'Too Early',
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	502: 'Bad Gateway',
	503: 'Service Temporarily Unavailable',
	504: 'Gateway Time-out',
};

export function reasonOf( status: number ): string {
	return REASONS[ status ] ?? 'Error';
}

export function html( status: number, text: string ): Reply {
	const type = 'text/html; charset=UTF-8';
	return { status, headers: {}, content: { text, type } };
}

/** An error page of nginx. */
export function nginx( status: number ): Reply {
	const title = `${ status } ${ reasonOf( status ) }`;
	return html(
		status,
		`<html>\r\n<head><title>${ title }</title></head>\r\n<body>\r\n` +
			`<center><h1>${ title }</h1></center>\r\n` +
			'<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n'
	);
}
