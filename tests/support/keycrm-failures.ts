import type { Fault } from './keycrm-server';

/** A fault of the demo KeyCRM in one request, and the error that the client must report. */
export interface Failure {
	readonly name: string;
	readonly fault: Fault;
	/** The ErrorKind. */
	readonly code: string;
	/** Matches the sentences for the owner. */
	readonly says: RegExp;
	/** Milliseconds until the next attempt; null = none. */
	readonly retry: number | null;
}

const status = ( code: number, message?: string ): Fault => ( {
	kind: 'status',
	status: code,
	...( message && { message } ),
} );
const limited = ( retry_after: string ): Fault => ( {
	kind: 'rate_limited',
	retry_after: { as: 'text', text: retry_after },
} );
const body = (
	change: Extract< Fault, { kind: 'body' } >[ 'change' ]
): Fault => ( { kind: 'body', change } );
const envelope = (
	change: Extract< Fault, { kind: 'envelope' } >[ 'change' ]
): Fault => ( { kind: 'envelope', change } );

function failures(
	code: string,
	retry: number | null,
	says: RegExp,
	faults: Record< string, Fault >
): Failure[] {
	return Object.entries( faults ).map( ( [ name, fault ] ) => ( {
		name,
		fault,
		code,
		says,
		retry,
	} ) );
}

/** The failures of keycrm-server/API.md §10. One of the answers echoes the key. */
export const failuresWithKey = ( key: string ): readonly Failure[] => [
	...failures( 'unauthorized', null, /not accept the API key.*Copy the key/, {
		'key refused': status( 401 ),
	} ),
	...failures( 'payment', null, /or blocked.*“Не оплачено”.*Sign in/, {
		unpaid: status( 402, 'Не оплачено' ),
	} ),
	...failures( 'forbidden', null, /refuses access.*may be unpaid.*Sign in/, {
		forbidden: status( 403 ),
	} ),
	...failures( 'forbidden', null, /“Not for Bearer \[API key\]”/, {
		'an answer that echoes the key': status(
			403,
			`Not for Bearer ${ key }`
		),
	} ),
	...failures( 'not_found', null, /KEYCRM_STOCK_API_BASE_URL/, {
		'wrong address': status( 404 ),
	} ),
	...failures( 'refused', null, /Update this plugin/, {
		'bad request': status( 400 ),
		'address too long': status( 414 ),
	} ),
	...failures( 'refused', null, /“Wrong limit”/, {
		'a reason in HTML': status(
			422,
			'<b>Wrong</b> limit<script>x</script>'
		),
	} ),
	...failures( 'redirected', 2000, /sent the plugin on to another page/, {
		'a login page': { kind: 'redirect' },
	} ),
	...failures( 'rate_limited', 60_000, /limit.*Try again in 1 min/, {
		'no time given': { kind: 'rate_limited' },
		'a page instead of JSON': { kind: 'rate_limited', body: 'html' },
		'0 seconds': limited( '0' ),
		'a negative time': limited( '-5' ),
		'a past date': limited( 'Wed, 21 Oct 2015 07:28:00 GMT' ),
		nonsense: limited( 'soon' ),
	} ),
	...failures( 'rate_limited', 7000, /Try again in 7 sec/, {
		'7 seconds': limited( '7' ),
	} ),
	...failures( 'rate_limited', 900_000, /Try again in 15 min/, {
		'a day': limited( '86400' ),
		'a far date': limited( 'Wed, 21 Oct 2099 07:28:00 GMT' ),
	} ),
	...failures( 'server', 2000, /fault on its side.*tries again/, {
		'request timeout': status( 408 ),
		'too early': status( 425 ),
		'server error': status( 500 ),
		'bad gateway': status( 502 ),
		maintenance: status( 503 ),
		'gateway timeout': status( 504 ),
	} ),
	...failures( 'timeout', 2000, /not answer in time.*hosting provider/, {
		'no answer': { kind: 'hang' },
		'an answer by drops': { kind: 'trickle', bytes: 1, every_ms: 500 },
	} ),
	...failures( 'network', 2000, /failed or broke off.*hosting provider/, {
		'reset before the answer': { kind: 'reset', when: 'before_answer' },
		'reset in the answer': { kind: 'reset', when: 'in_body' },
	} ),
	...failures( 'not_json', 2000, /not with stock numbers.*tries again/, {
		'a web page': body( 'html' ),
		nothing: body( 'empty' ),
		'cut JSON': body( 'truncated' ),
		'no data': body( 'data_missing' ),
		'data null': body( 'data_null' ),
		'data an object': body( 'data_object' ),
		'no total': envelope( 'total_missing' ),
		'another page': envelope( 'current_page_wrong' ),
		'no rows though there are some': { kind: 'empty_page' },
		'a row without id': { kind: 'row_fields', drop: [ 'id' ], every: 9 },
	} ),
];

/** Odd answers that the client must accept, because all it needs is there. */
export const HARMLESS: Record< string, Fault > = {
	'a byte order mark': body( 'bom' ),
	'the wrong content type': body( 'content_type' ),
	'no last_page': envelope( 'last_page_missing' ),
	'no links': envelope( 'links_missing' ),
	'total as text': envelope( 'total_string' ),
	'no next page': envelope( 'next_page_null' ),
};
