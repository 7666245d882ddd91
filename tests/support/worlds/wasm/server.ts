/**
 * Child process: serves one site with php-wasm on 127.0.0.1 until its parent ends it.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createNodeFsMountHandler, loadNodeRuntime } from '@php-wasm/node';
import {
	FileLockManagerInMemory,
	PHP,
	PHPRequestHandler,
	proxyFileSystem,
	setPhpIniEntries,
	SupportedPHPVersions,
} from '@php-wasm/universal';
import { z } from 'zod';
import { loadCompiled, saveCompiled } from './compiled';

const configSchema = z.object( {
	dir: z.string(),
	links: z.array( z.tuple( [ z.string(), z.string() ] ) ),
	port: z.number(),
	php: z.enum( SupportedPHPVersions ),
	/** File that keeps the compiled WordPress and WooCommerce between runs. */
	compiled: z.string(),
} );
type Config = z.infer< typeof configSchema >;

const SITE = '/site';

const OPCACHE = '/internal/opcache';

/** More than one, so that PHP can call its own site. */
const INSTANCES = 3;

const INI = {
	auto_prepend_file: `${ SITE }/prepend.php`,
	'opcache.file_cache': OPCACHE,
	// Only this process writes these files.
	'opcache.file_cache_consistency_checks': '0',
	memory_limit: '512M',
	max_execution_time: '0',
	display_errors: '0',
	allow_url_fopen: '1',
	disable_functions: '',
	upload_max_filesize: '32M',
	post_max_size: '32M',
};

/**
 * Handles one request at a time. All instances share one thread, so an instance that waited for SQLite's lock would
 * keep its holder from releasing it. A request of the site to itself is handled at once, because the outer request
 * waits for it.
 */
let free: Promise< unknown > = Promise.resolve();
const NOBODY_WAITS = /wp-cron\.php|as_async_request_queue_runner/;

function inTurn(
	request: IncomingMessage,
	work: () => Promise< void >
): Promise< void > {
	const fromItself =
		request.headers[ 'user-agent' ]?.startsWith( 'WordPress/' );
	if ( fromItself && ! NOBODY_WAITS.test( request.url ?? '' ) ) {
		return work();
	}
	const done = free.then( work );
	free = done.catch( () => undefined );
	return done;
}

/** The instances share SQLite's locks here. */
const fileLockManager = new FileLockManagerInMemory();
let processId = 0;
let primary: PHP | undefined;
let compiledBefore = 0;

async function createPhp( config: Config ): Promise< PHP > {
	processId++;
	const php = new PHP(
		await loadNodeRuntime( config.php, {
			fileLockManager,
			emscriptenOptions: { processId },
		} )
	);
	await php.setSapiName( 'cli-server' );
	if ( primary === undefined ) {
		primary = php;
		compiledBefore = loadCompiled( php, OPCACHE, config.compiled );
	} else {
		await proxyFileSystem( primary, php, [ OPCACHE ] );
	}
	await setPhpIniEntries( php, INI );
	php.mkdir( SITE );
	await php.mount( SITE, createNodeFsMountHandler( config.dir ) );
	for ( const [ at, target ] of config.links ) {
		await php.mount(
			`${ SITE }/${ at }`,
			createNodeFsMountHandler( target )
		);
	}
	return php;
}

/**
 * Reads the body at once, not when the request's turn comes. If the browser gave up before that, no event would follow,
 * and all other requests would wait.
 */
function bodyOf( request: IncomingMessage ): Promise< Uint8Array > {
	return new Promise( ( resolve, reject ) => {
		const chunks: Buffer[] = [];
		request.on( 'data', ( chunk: Buffer ) => chunks.push( chunk ) );
		request.on( 'end', () =>
			resolve( new Uint8Array( Buffer.concat( chunks ) ) )
		);
		request.on( 'error', reject );
		request.on( 'close', () => reject( new Error( 'Given up.' ) ) );
	} );
}

const methodSchema = z.enum( [
	'GET',
	'POST',
	'HEAD',
	'OPTIONS',
	'PATCH',
	'PUT',
	'DELETE',
] );

async function answer(
	handler: PHPRequestHandler,
	request: IncomingMessage,
	sent: Promise< Uint8Array >,
	response: ServerResponse
): Promise< void > {
	const headers: Record< string, string > = {};
	for ( const [ name, value ] of Object.entries( request.headers ) ) {
		headers[ name ] = Array.isArray( value )
			? value.join( ', ' )
			: value ?? '';
	}
	const body = await sent;
	const result = await handler.request( {
		method: methodSchema.parse( request.method ),
		url: request.url ?? '/',
		headers,
		...( body.length > 0 && { body } ),
	} );
	response.writeHead( result.httpStatusCode, {
		...result.headers,
		'content-length': String( result.bytes.length ),
	} );
	response.end( result.bytes );
}

function serve( config: Config ): void {
	const url = `http://127.0.0.1:${ config.port }`;
	const handler = new PHPRequestHandler( {
		documentRoot: SITE,
		absoluteUrl: url,
		cookieStore: false,
		maxPhpInstances: INSTANCES,
		phpFactory: () => createPhp( config ),
		getFileNotFoundAction: () => ( {
			type: 'internal-redirect',
			uri: '/index.php',
		} ),
	} );
	const server = createServer( ( request, response ) => {
		const sent = bodyOf( request );
		sent.catch( () => undefined );
		inTurn( request, () =>
			answer( handler, request, sent, response )
		).catch( ( error: unknown ) => {
			console.error( error );
			response.writeHead( 500 ).end( String( error ) );
		} );
	} );
	server.listen( config.port, '127.0.0.1', () => console.log( url ) );
}

const given = configSchema.parse( JSON.parse( process.argv[ 2 ] ?? '' ) );
process.once( 'SIGTERM', () => {
	if ( primary !== undefined ) {
		saveCompiled( primary, OPCACHE, given.compiled, compiledBefore );
	}
	process.exit( 0 );
} );
serve( given );
