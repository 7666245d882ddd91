/**
 * Paths for all files in tests/support.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export const SLUG = 'stock-sync-for-keycrm';
export const ROOT = join( __dirname, '../../..' );
export const ZIP_FILE = join( ROOT, 'dist', `${ SLUG }.zip` );

/** Files that can be made again at any time; not under version control. */
export const CACHE = join( ROOT, '.cache' );

/** Copies of WordPress and WooCommerce that several checkouts share. */
export const DOWNLOADS = join( homedir(), '.cache', SLUG );

/** All files below a folder, as sorted paths relative to it, with forward slashes. */
export function filesBelow( dir: string ): string[] {
	return readdirSync( dir, { recursive: true, withFileTypes: true } )
		.filter( ( entry ) => entry.isFile() )
		.map( ( entry ) => join( entry.parentPath, entry.name ) )
		.map( ( path ) => path.slice( dir.length + 1 ).replaceAll( '\\', '/' ) )
		.sort( ( a, b ) => ( a < b ? -1 : 1 ) );
}

/** A short hash of texts and of files or whole folders at absolute paths. */
export function fingerprint( texts: string[], paths: string[] ): string {
	const hash = createHash( 'sha256' );
	for ( const text of texts ) {
		hash.update( text ).update( '\0' );
	}
	for ( const path of paths.filter( existsSync ) ) {
		const names = path.includes( '.' ) ? [ '' ] : filesBelow( path );
		for ( const name of names ) {
			hash.update( name ).update( readFileSync( join( path, name ) ) );
		}
	}
	return hash.digest( 'hex' ).slice( 0, 12 );
}
