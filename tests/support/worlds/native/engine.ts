/**
 * The native world: Debian's PHP and MariaDB, with real locks, processes and SQL.
 */
import { execFileSync, spawn } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { answerOf } from '../answer';
import type { Engine, PhpProcess, Server } from '../engine';
import { freePort, keep, untilReady } from '../keeper';
import type { Site } from '../site';
import {
	loadDump,
	mariaDbVersion,
	openMariaDb,
	saveDump,
	statement,
} from './mariadb';

/** With one worker PHP could not call its own site. There are only a few because the machine has two cores. */
const WORKERS = '5';

function phpOptions( site: Site ): string[] {
	const settings = {
		auto_prepend_file: join( site.dir, 'prepend.php' ),
		memory_limit: '512M',
		max_execution_time: '0',
		display_errors: '0',
		'opcache.enable': '1',
		'opcache.enable_cli': '1',
		upload_max_filesize: '32M',
		post_max_size: '32M',
	};
	return Object.entries( settings ).flatMap( ( [ name, value ] ) => [
		'-d',
		`${ name }=${ value }`,
	] );
}

async function serve( site: Site ): Promise< Server > {
	for ( const [ at, target ] of site.links ) {
		symlinkSync( target, join( site.dir, at ) );
	}
	const port = await freePort();
	const url = `http://127.0.0.1:${ port }`;
	const php = keep(
		'php',
		[
			...phpOptions( site ),
			'-S',
			`127.0.0.1:${ port }`,
			'-t',
			site.dir,
			join( site.dir, 'router.php' ),
		],
		{ PHP_CLI_SERVER_WORKERS: WORKERS }
	);
	await untilReady( php, 'PHP', () =>
		fetch( `${ url }/wp-includes/version.php`, { method: 'HEAD' } ).then(
			() => true,
			() => false
		)
	);
	return { url, output: () => php.output(), stop: () => php.stop() };
}

function spawnPhp( site: Site, server: Server, code: string ): PhpProcess {
	const child = spawn(
		'php',
		[ ...phpOptions( site ), join( site.dir, 'cli.php' ) ],
		{
			stdio: [ 'pipe', 'pipe', 'pipe' ],
			env: { ...process.env, TEST_HOST: new URL( server.url ).host },
		}
	);
	let output = '';
	const listen = ( chunk: Buffer ) => {
		output += chunk.toString();
	};
	child.stdout.on( 'data', listen );
	child.stderr.on( 'data', listen );
	child.stdin.end( code );
	const result = new Promise< string >( ( resolve, reject ) => {
		child.once( 'error', reject );
		child.once( 'close', () => resolve( output ) );
	} ).then( ( all ) =>
		answerOf( all.trimEnd().split( '\n' ).at( -1 ) ?? '', all )
	);
	// A test may kill the process without awaiting its result. That rejection must not end the test run.
	result.catch( () => undefined );
	return {
		pid: child.pid ?? 0,
		result,
		kill: () => {
			child.kill( 'SIGKILL' );
		},
	};
}

export async function nativeEngine(): Promise< Engine > {
	const version = await mariaDbVersion();
	const php = execFileSync( 'php', [ '-r', 'echo PHP_VERSION;' ] ).toString();
	const server = await openMariaDb();
	const { socket } = server;
	return {
		kind: 'native',
		words: `PHP ${ php }, MariaDB ${ version }`,
		inputs: [ 'native' ],
		stop: () => server.stop(),
		constants: ( site ) => ( {
			DB_NAME: site.database,
			DB_HOST: `localhost:${ socket }`,
		} ),
		createDatabase: async ( site, template ) => {
			await statement( socket, `CREATE DATABASE ${ site.database }` );
			if ( template !== undefined ) {
				await loadDump( socket, site.database, template );
			}
		},
		saveDatabase: ( site, file ) => saveDump( socket, site.database, file ),
		dropDatabase: ( site ) =>
			statement( socket, `DROP DATABASE IF EXISTS ${ site.database }` ),
		serve,
		spawnPhp,
	};
}
