/**
 * Validates each answer of the plugin's REST routes against src-admin/contract. Fields that the schema does not name
 * are errors.
 */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import * as contract from '../../../src-admin/contract';

const NAMESPACE = '/keycrm-stock/v1';

/** The schema of each route's answer without an error. If a route is missing here, the test that calls it fails. */
const ANSWERS: readonly ( readonly [
	method: string,
	path: RegExp,
	answer: z.ZodMiniType,
] )[] = [
	[ 'GET', /^\/activity$/, contract.activitySchema ],
	[ 'GET', /^\/changes$/, contract.changeListSchema ],
	[ 'POST', /^\/connection$/, contract.connectionSchema ],
	[ 'GET', /^\/help$/, contract.helpSchema ],
	[ 'GET', /^\/order-sources$/, contract.orderSourcesSchema ],
	[ 'GET', /^\/products\/\d+\/history$/, contract.productHistorySchema ],
	[ 'POST', /^\/products\/\d+\/sync$/, contract.productSyncSchema ],
	[ 'GET', /^\/runs$/, contract.runListSchema ],
	[ 'POST', /^\/runs$/, contract.runSchema ],
	[ 'GET', /^\/runs\/\d+$/, contract.runSchema ],
	[ 'DELETE', /^\/runs\/\d+$/, contract.runSchema ],
	[ 'GET', /^\/runs\/\d+\/changes$/, contract.changeListSchema ],
	[ 'GET', /^\/runs\/\d+\/undo$/, contract.undoReportSchema ],
	[ 'POST', /^\/runs\/\d+\/[a-z]+$/, contract.runSchema ],
	[ 'GET', /^\/runs\/current$/, contract.currentRunSchema ],
	[ 'GET', /^\/settings$/, contract.settingsSchema ],
	[ 'POST', /^\/settings$/, contract.settingsSchema ],
	[ 'GET', /^\/sources$/, contract.sourcesSchema ],
	[ 'GET', /^\/tick\/\w+$/, contract.tickSchema ],
	[ 'POST', /^\/tick\/\w+$/, contract.tickSchema ],
	[ 'POST', /^\/tick-token$/, contract.tickUrlSchema ],
	[ 'GET', /^\/unmatched$/, contract.mismatchListSchema ],
	[ 'GET', /^\/unmatched\/groups$/, contract.mismatchGroupsSchema ],
	[ 'POST', /^\/unmatched\/[a-z-]+$/, contract.fixSchema ],
	[ 'GET', /^\/warehouses$/, contract.warehousesSchema ],
	[ 'POST', /^\/warehouses$/, contract.warehousesSchema ],
	[ 'POST', /^\/wake-up\/\w+$/, z.object( { awake: z.boolean() } ) ],
	[ 'GET', /^\/webhook$/, contract.webhookSchema ],
	[
		'POST',
		/^\/webhook\/\w+$/,
		z.object( { received: contract.webhookKindSchema } ),
	],
	[ 'POST', /^\/webhook-token$/, contract.webhookSchema ],
	[ 'POST', /^\/webhook-test$/, contract.webhookTrialSchema ],
];

const ownErrorSchema = z.strictObject( {
	code: z.enum(
		[ ...contract.RUN_ERROR_CODES, ...contract.REQUEST_ERROR_CODES ].map(
			( code ) => `keycrm_stock_${ code }`
		)
	),
	message: z.string().check( z.minLength( 1 ) ),
	data: z.strictObject( {
		status: z.int(),
		details: z.optional( z.string() ),
		run: z.optional( contract.runSchema ),
	} ),
} );

/** WordPress adds other fields to its own errors. */
const wordPressErrorSchema = z.looseObject( {
	code: z.string().check( z.regex( /^(rest|jwt)_/ ) ),
	message: z.string().check( z.minLength( 1 ) ),
	data: z.looseObject( { status: z.int() } ),
} );

const codedSchema = z.looseObject( { code: z.string() } );

interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	readonly json: unknown;
}

/** The route in our namespace and its query; undefined for any other URL. */
function routeOf( address: string ): [ string, URLSearchParams ] | undefined {
	const url = new URL( address, 'http://shop.invalid' );
	const path =
		url.searchParams.get( 'rest_route' ) ??
		/\/wp-json(\/.*)$/.exec( url.pathname )?.[ 1 ] ??
		'';
	const [ , within ] = path.split( NAMESPACE );
	// At the namespace's own URL WordPress lists the routes.
	return path.startsWith( NAMESPACE ) && within
		? [ within.replace( /\/$/, '' ), url.searchParams ]
		: undefined;
}

function schemaFor(
	method: string,
	route: string,
	{ status, json }: Answer
): z.ZodMiniType | undefined {
	if ( status >= 400 ) {
		const { data } = codedSchema.safeParse( json );
		return data?.code.startsWith( 'keycrm_stock_' )
			? ownErrorSchema
			: wordPressErrorSchema;
	}
	return ANSWERS.find(
		( [ verb, path ] ) => verb === method && path.test( route )
	)?.[ 2 ];
}

/** Paths of the parts of one value that are missing or different in the other. */
function differences( answer: unknown, known: unknown, at = '' ): string[] {
	if ( isDeepStrictEqual( answer, known ) ) {
		return [];
	}
	if (
		typeof answer !== 'object' ||
		typeof known !== 'object' ||
		answer === null ||
		known === null
	) {
		return [ at ];
	}
	const rest = new Map( Object.entries( known ) );
	return Object.entries( answer ).flatMap( ( [ key, value ] ) =>
		differences( value, rest.get( key ), `${ at }/${ key }` )
	);
}

/** The problems of an answer; empty if there are none. */
export function contractProblems(
	method: string,
	address: string,
	answer: Answer
): string[] {
	const found = routeOf( address );
	const type = answer.headers.get( 'Content-Type' ) ?? '';
	// A process that a test kills leaves a page or nothing, and a HEAD request gets no body.
	const isKilled =
		answer.text === '' ||
		( answer.status >= 500 && ! type.includes( 'json' ) );
	if ( ! found || method === 'HEAD' || isKilled ) {
		return [];
	}
	const [ route, query ] = found;
	// With these parameters WordPress changes the form of the answer.
	if (
		[ '_fields', '_envelope', '_jsonp' ].some( ( name ) =>
			query.has( name )
		)
	) {
		return [];
	}
	if ( query.get( 'format' ) === 'csv' && answer.status === 200 ) {
		return type.startsWith( 'text/csv' )
			? []
			: [ `Content-Type ${ type }` ];
	}
	const schema = schemaFor( method, route, answer );
	if ( schema === undefined ) {
		return [
			'no schema: name the route in tests/support/worlds/rest-contract.ts',
		];
	}
	const parsed = schema.safeParse( answer.json );
	return parsed.success
		? differences( answer.json, parsed.data ).map(
				( at ) => `${ at } is not in the contract`
		  )
		: parsed.error.issues.map(
				( { path, message } ) => `/${ path.join( '/' ) }: ${ message }`
		  );
}

/** @throws Error If an answer of our routes does not match the contract. */
export function assertContract(
	method: string,
	address: string,
	answer: Answer
): void {
	const problems = contractProblems( method, address, answer );
	if ( problems.length > 0 ) {
		throw new Error(
			`${ method } ${ address } answered ${
				answer.status
			} against the contract: ${ problems
				.slice( 0, 20 )
				.join( '; ' ) }\n${ answer.text.slice( 0, 1000 ) }`
		);
	}
}
