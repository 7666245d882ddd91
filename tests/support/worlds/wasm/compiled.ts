/**
 * Keeps PHP's compiled files between runs. Without them each new process needs many seconds to compile WordPress and
 * WooCommerce.
 *
 * While PHP runs, the files are in its memory, because locks on the host's files fail there. Between runs they are in
 * one file of the host.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { PHP } from '@php-wasm/universal';
import { z } from 'zod';

const packSchema = z.map( z.string(), z.instanceof( Uint8Array ) );

function filesIn( php: PHP, dir: string ): string[] {
	return php
		.listFiles( dir, { prependPath: true } )
		.flatMap( ( path ) =>
			php.isDir( path ) ? filesIn( php, path ) : [ path ]
		);
}

/** Files that differ between shops. The cache identifies a file only by its path and second of change. */
const OF_THIS_SHOP =
	/\/site\/([^/]+|wp-content\/(mu-plugins\/.*|[^/]+|plugins\/(?!woocommerce\/).*))$/;

/** Gives PHP the compiled files, and returns their number. */
export function loadCompiled( php: PHP, dir: string, pack: string ): number {
	php.mkdir( dir );
	if ( ! existsSync( pack ) ) {
		return 0;
	}
	const files = packSchema.parse( deserialize( readFileSync( pack ) ) );
	for ( const [ path, bytes ] of files ) {
		php.mkdir( dirname( path ) );
		php.writeFile( path, bytes );
	}
	return files.size;
}

/** Saves the compiled files if enough have been added. */
export function saveCompiled(
	php: PHP,
	dir: string,
	pack: string,
	before: number
): void {
	const paths = filesIn( php, dir ).filter(
		( path ) => ! OF_THIS_SHOP.test( path )
	);
	if ( paths.length <= before * 1.05 ) {
		return;
	}
	const files = new Map(
		paths.map( ( path ) => [ path, php.readFileAsBuffer( path ) ] )
	);
	writeFileSync( `${ pack }.${ process.pid }`, serialize( files ) );
	renameSync( `${ pack }.${ process.pid }`, pack );
}
