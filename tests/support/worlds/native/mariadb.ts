/**
 * A MariaDB server of our own, with its own folder and socket and without network. It ends with this process.
 */
import { execFile, spawn } from 'node:child_process';
import {
	createReadStream,
	existsSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { keep, untilReady } from '../keeper';

const run = promisify( execFile );

/** Set if a parent process has started a server that is to be used. */
const SOCKET = 'TEST_MARIADB_SOCKET';

export interface MariaDb {
	readonly socket: string;
	stop(): Promise< void >;
}

/** Durability costs a disk flush for every commit, and this data is temporary. */
const FAST = [
	'--skip-networking',
	'--skip-log-bin',
	'--innodb-flush-log-at-trx-commit=0',
	'--innodb-flush-method=nosync',
	'--innodb-doublewrite=OFF',
	'--innodb-log-file-size=32M',
	'--innodb-buffer-pool-size=256M',
	'--character-set-server=utf8mb4',
	// The default from MariaDB 11.6.2 on: a record that changed after the snapshot is an error (1020). Older servers ignore it.
	'--loose-innodb-snapshot-isolation=ON',
];

export async function mariaDbVersion(): Promise< string > {
	const { stdout } = await run( 'mariadbd', [ '--version' ] ).catch( () => {
		throw new Error(
			'The native world needs MariaDB: apt-get install mariadb-server'
		);
	} );
	return /Ver (\d+\.\d+\.\d+)/.exec( stdout )?.[ 1 ] ?? 'unknown';
}

/** MariaDB runs as root only with this option; other users may not use it. */
const asUs = userInfo().uid === 0 ? [ '--user=root' ] : [];

async function startServer(): Promise< MariaDb > {
	await mariaDbVersion();
	const dir = mkdtempSync( join( tmpdir(), 'mariadb-' ) );
	const data = join( dir, 'data' );
	const socket = join( dir, 'sock' );
	mkdirSync( data );
	// Otherwise the servers of several test runs would share /tmp, and their temporary tables would collide.
	const tmpdir_option = `--tmpdir=${ dir }`;
	await run( 'mariadb-install-db', [
		'--no-defaults',
		`--datadir=${ data }`,
		tmpdir_option,
		'--auth-root-authentication-method=normal',
		'--skip-test-db',
		...asUs,
	] );
	const server = keep( 'mariadbd', [
		'--no-defaults',
		`--datadir=${ data }`,
		tmpdir_option,
		`--socket=${ socket }`,
		`--pid-file=${ join( dir, 'pid' ) }`,
		...asUs,
		...FAST,
	] );
	await untilReady( server, 'MariaDB', async () =>
		existsSync( socket )
			? run( 'mariadb', [ ...client( socket ), '-e', 'SELECT 1' ] ).then(
					() => true,
					() => false
			  )
			: false
	);
	return {
		socket,
		stop: async () => {
			await server.stop();
			rmSync( dir, { recursive: true, force: true } );
		},
	};
}

/** The server of this test run: that of a parent process, or a new one. */
export async function openMariaDb(): Promise< MariaDb > {
	const given = process.env[ SOCKET ];
	return given === undefined
		? startServer()
		: { socket: given, stop: () => Promise.resolve() };
}

/** Starts a server for this process and all its children. */
export async function shareMariaDb(): Promise< MariaDb > {
	const server = await startServer();
	process.env[ SOCKET ] = server.socket;
	return server;
}

export function client( socket: string ): string[] {
	return [ '--no-defaults', `--socket=${ socket }`, '--user=root' ];
}

export async function statement(
	socket: string,
	sql: string
): Promise< void > {
	await run( 'mariadb', [ ...client( socket ), '-e', sql ] );
}

export function loadDump(
	socket: string,
	database: string,
	file: string
): Promise< void > {
	return new Promise( ( resolve, reject ) => {
		const child = spawn( 'mariadb', [ ...client( socket ), database ], {
			stdio: [ 'pipe', 'ignore', 'inherit' ],
		} );
		createReadStream( file ).pipe( child.stdin );
		child.once( 'error', reject );
		child.once( 'close', ( code ) =>
			code === 0
				? resolve()
				: reject( new Error( `Could not load ${ file }.` ) )
		);
	} );
}

export async function saveDump(
	socket: string,
	database: string,
	file: string
): Promise< void > {
	await run( 'mariadb-dump', [
		...client( socket ),
		'--skip-comments',
		`--result-file=${ file }`,
		database,
	] );
}
