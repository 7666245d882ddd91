/**
 * Files of npm packages that are not installed, because they are large (392 MB, of which we need 62) or have 100
 * dependencies.
 *
 * Each package is downloaded once for this machine, through npm's own cache, and kept in DOWNLOADS.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DOWNLOADS } from './paths';

export interface NpmPackage {
	/** With its version. */
	readonly spec: string;
	/** npm's checksum: npm refuses a download with other bytes. */
	readonly integrity: string;
	/** The needed files and folders of the package. */
	readonly wanted: readonly string[];
}

function download( { spec, integrity, wanted }: NpmPackage, to: string ): void {
	console.log( `Downloading ${ spec } from npm, once for this machine.` );
	// `npm pack` prints the name of its file.
	const name = execFileSync(
		'npm',
		[
			'pack',
			spec,
			'--silent',
			'--prefer-offline',
			'--pack-destination',
			to,
		],
		{ encoding: 'utf8', stdio: [ 'ignore', 'pipe', 'inherit' ] }
	).trim();
	const file = join( to, name );
	const digest = createHash( 'sha512' )
		.update( readFileSync( file ) )
		.digest( 'base64' );
	if ( `sha512-${ digest }` !== integrity ) {
		throw new Error( `${ spec } from npm is not what it was: ${ digest }` );
	}
	execFileSync( 'tar', [
		'-xzf',
		file,
		'-C',
		to,
		...wanted.map( ( path ) => `package/${ path }` ),
	] );
}

/** A folder with the needed files of a package, with the same paths as in the package. */
export function npmPackageDir( wanted: NpmPackage ): string {
	const dir = join( DOWNLOADS, 'npm', wanted.spec );
	if ( existsSync( dir ) ) {
		return dir;
	}
	mkdirSync( dirname( dir ), { recursive: true } );
	const unfinished = mkdtempSync( join( DOWNLOADS, 'npm', 'unpacking-' ) );
	try {
		download( wanted, unfinished );
		renameSync( join( unfinished, 'package' ), dir );
	} catch ( error ) {
		// If another process was faster, its copy is used.
		if ( ! existsSync( dir ) ) {
			throw error;
		}
	} finally {
		rmSync( unfinished, { recursive: true, force: true } );
	}
	return dir;
}
