/**
 * Runs real WP-CLI in its own process, in the native world.
 * Composer downloads it the first time, in an old version, because that is the newest in the registry.
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CACHE, ROOT } from '../../support/worlds/paths';
import type { Shop } from '../../support/worlds/shop';

const HOME = join( ROOT, 'tests/support/wp-cli' );
const VENDOR = join( CACHE, 'wp-cli' );
const PROGRAM = join( VENDOR, 'wp-cli/wp-cli/php/boot-fs.php' );

export interface Ended {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

export interface Command {
	readonly ended: Promise< Ended >;
	/** Sends Ctrl+C. */
	interrupt(): void;
}

/** PHP reports that this WP-CLI is too old for it. */
const AGE = /^(PHP )?Deprecated: .*\/wp-cli\/.*$/;

function withoutAge( text: string ): string {
	return text
		.split( '\n' )
		.filter( ( line ) => ! AGE.test( line ) )
		.join( '\n' )
		.trim();
}

export function installWpCli(): void {
	if ( existsSync( PROGRAM ) ) {
		return;
	}
	// Two test files may do this at the same time: each uses its own folder, and one of them stays.
	const fresh = `${ VENDOR }.${ process.pid }`;
	execFileSync(
		'composer',
		[ '--no-interaction', '--quiet', 'install', `--working-dir=${ HOME }` ],
		{ env: { ...process.env, COMPOSER_VENDOR_DIR: fresh } }
	);
	try {
		renameSync( fresh, VENDOR );
	} catch {
		rmSync( fresh, { recursive: true } );
	}
}

/** Returns the program and its arguments. */
function commandLine( shop: Shop, words: readonly string[] ): string[] {
	return [
		'php',
		'-d',
		'memory_limit=512M',
		PROGRAM,
		'--allow-root',
		'--no-color',
		`--require=${ join( HOME, 'around.php' ) }`,
		`--path=${ shop.dir }`,
		`--url=${ shop.url }`,
		'keycrm-stock',
		...words,
	];
}

export function startWp(
	shop: Shop,
	words: readonly string[],
	input = '',
	env: Record< string, string > = {}
): Command {
	const [ program = '', ...args ] = commandLine( shop, words );
	const child = spawn( program, args, {
		cwd: shop.dir,
		env: { ...process.env, HOME: shop.dir, ...env },
	} );
	let stdout = '';
	let stderr = '';
	child.stdout.on( 'data', ( chunk: Buffer ) => {
		stdout += chunk.toString();
	} );
	child.stderr.on( 'data', ( chunk: Buffer ) => {
		stderr += chunk.toString();
	} );
	child.stdin.end( input );
	return {
		ended: new Promise( ( resolve, reject ) => {
			child.once( 'error', reject );
			child.once( 'close', ( status ) =>
				resolve( { status, stdout, stderr: withoutAge( stderr ) } )
			);
		} ),
		interrupt: () => {
			child.kill( 'SIGINT' );
		},
	};
}

/** Runs `wp keycrm-stock …` until it ends. */
export function wp( shop: Shop, ...words: string[] ): Promise< Ended > {
	return startWp( shop, words ).ended;
}

/** Runs it in a terminal, and returns the output. */
export async function inTerminal(
	shop: Shop,
	...words: string[]
): Promise< string > {
	const { stdout } = await promisify( execFile )(
		'script',
		[ '-qefc', commandLine( shop, words ).join( ' ' ), '/dev/null' ],
		{ env: { ...process.env, TERM: 'xterm', COLUMNS: '80' } }
	);
	return stdout;
}
