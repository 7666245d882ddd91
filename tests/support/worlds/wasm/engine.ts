/**
 * The php-wasm world: PHP and SQLite in Node, without any installation. PHP runs in a child process, so that jest need
 * not load its modules.
 */
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Engine, Server } from '../engine';
import { freePort, keep, untilReady } from '../keeper';
import { npmPackageDir } from '../npm-package';
import { CACHE, fingerprint } from '../paths';
import type { Site } from '../site';

/** WordPress's SQLite plugin from the WordPress Playground. */
const SQLITE = {
	spec: '@wp-playground/cli@3.1.56',
	integrity:
		'sha512-JTxl6djPEM2YRYz/w+BUoyoCvhSGHIjqMi4fMV1b8o1UPNvZatLaS7opo57UsrVElXrfdZwvi6IuyS4LswUx9Q==',
	wanted: [ 'sqlite-database-integration.zip' ],
};
export const PHP_VERSION = '8.2';
const DATABASE = 'wp-content/database/.ht.sqlite';

/** Unpacks the SQLite plugin and copies its database drop-in to wp-content. */
function addSqlite( site: Site ): void {
	const home = join( site.dir, 'wp-content/sqlite' );
	const prefix = /^[^/]+\//;
	for ( const [ path, bytes ] of Object.entries(
		unzipSync(
			readFileSync(
				join( npmPackageDir( SQLITE ), SQLITE.wanted[ 0 ] ?? '' )
			)
		)
	) ) {
		const file = join( home, path.replace( prefix, '' ) );
		if ( ! path.endsWith( '/' ) ) {
			mkdirSync( dirname( file ), { recursive: true } );
			writeFileSync( file, bytes );
		}
	}
	const dropIn = readFileSync( join( home, 'db.copy' ), 'utf8' )
		.replaceAll(
			/'\{SQLITE_IMPLEMENTATION_FOLDER_PATH\}'/g,
			"WP_CONTENT_DIR . '/sqlite'"
		)
		.replaceAll( '{SQLITE_PLUGIN}', 'sqlite/load.php' );
	writeFileSync( join( site.dir, 'wp-content/db.php' ), dropIn );
	mkdirSync( join( site.dir, dirname( DATABASE ) ), { recursive: true } );
}

async function serve( site: Site ): Promise< Server > {
	const port = await freePort();
	const url = `http://127.0.0.1:${ port }`;
	const config = {
		dir: site.dir,
		links: [ ...site.links ],
		port,
		php: PHP_VERSION,
		compiled: join(
			CACHE,
			'compiled',
			fingerprint( [ ...site.links.values() ], [] )
		),
	};
	mkdirSync( dirname( config.compiled ), { recursive: true } );
	const child = keep( process.execPath, [
		'--import',
		'tsx',
		'--no-warnings',
		join( __dirname, 'server.ts' ),
		JSON.stringify( config ),
	] );
	await untilReady( child, 'php-wasm', () =>
		Promise.resolve( child.output().includes( url ) )
	);
	return { url, output: () => child.output(), stop: () => child.stop() };
}

export function wasmEngine(): Promise< Engine > {
	return Promise.resolve( {
		kind: 'wasm',
		words: `php-wasm ${ PHP_VERSION }, SQLite`,
		inputs: [ 'wasm', PHP_VERSION ],
		constants: () => ( {
			DB_NAME: 'wordpress',
			DB_HOST: 'localhost',
			DB_DIR: '/site/wp-content/database',
		} ),
		createDatabase: ( site, template ) => {
			addSqlite( site );
			if ( template !== undefined ) {
				copyFileSync( template, join( site.dir, DATABASE ) );
			}
			return Promise.resolve();
		},
		saveDatabase: ( site, template ) => {
			const folder = join( site.dir, dirname( DATABASE ) );
			if ( ! existsSync( join( site.dir, DATABASE ) ) ) {
				throw new Error(
					`No database among ${ readdirSync( folder ).join( ', ' ) }.`
				);
			}
			copyFileSync( join( site.dir, DATABASE ), template );
			return Promise.resolve();
		},
		dropDatabase: () => Promise.resolve(),
		serve,
		stop: () => Promise.resolve(),
	} );
}
